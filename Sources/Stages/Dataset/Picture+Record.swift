internal import Descriptors
internal import Duplicates
internal import Fingerprints
internal import Manifests
internal import Sequences

extension PictureFacts {
    /// What grouping has to know of an analyzed item; `nil` for one that was not decoded.
    init?(
        _ record: ManifestRecord, descriptor: [UInt8], sequence: [UInt8], ticket: Int, isReference: Bool,
        keepsDetail: Bool
    ) {
        guard let file = record.file, let image = record.image, let section = record.fingerprint,
            let fingerprint = Fingerprint(hexadecimal: section.value, quality: section.quality),
            let descriptor = Descriptor(bytes: descriptor)
        else { return nil }
        self.init(
            ticket: ticket, path: record.fileName ?? record.id, digest: file.sha256, width: image.width,
            height: image.height, bytes: file.bytes, isLossless: image.isLossless ?? false, quality: image.quality,
            metadataBytes: image.metadataBytes ?? 0, frames: image.frames, fingerprint: fingerprint,
            descriptor: descriptor, sequence: FrameSequence(bytes: sequence), isReference: isReference,
            keepsDetail: keepsDetail)
    }
}

extension Picture {
    /// What a comparison has to know of an analyzed item; `nil` for one that was not decoded.
    init?(_ record: ManifestRecord, descriptor: [UInt8], sequence: [UInt8], ticket: Int) {
        guard
            let facts = PictureFacts(
                record, descriptor: descriptor, sequence: sequence, ticket: ticket, isReference: false,
                keepsDetail: true),
            let descriptor = Descriptor(bytes: descriptor)
        else { return nil }
        self.init(facts, descriptor: descriptor, sequence: FrameSequence(bytes: sequence))
    }
}
