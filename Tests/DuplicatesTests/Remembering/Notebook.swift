import Duplicates

/// Groups pictures again and again, remembers pairs in memory, and notes what is looked at.
final class Notebook {
    /// What was kept last, under its key.
    var kept: [String: [UInt8]] = [:]
    /// How often something was kept.
    private(set) var keptCount = 0
    /// The digests of all pictures whose details the last grouping asked for.
    private(set) var looked: Set<String> = []
    /// What is said of two files that may have the same pixels.
    var samePixels: Bool? = false

    /// Groups `pictures` with what is remembered, and remembers what it learns.
    func group(
        _ pictures: [Picture], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions()
    ) -> Deduplication {
        let memory = PairMemory<Never>(
            recall: { self.kept[$0].map { $0[...] } },
            keep: { record, key in
                var bytes: [UInt8] = []
                record.append(to: &bytes)
                self.kept = [key: bytes]
                self.keptCount += 1
            })
        return grouped(pictures, options, decisions, memory: memory)
    }

    /// Groups `pictures` as if there were no memory.
    func groupAnew(
        _ pictures: [Picture], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions()
    ) -> Deduplication {
        grouped(pictures, options, decisions, memory: nil)
    }

    private func grouped(
        _ pictures: [Picture], _ options: MatchOptions, _ decisions: Decisions, memory: PairMemory<Never>?
    ) -> Deduplication {
        looked = []
        return Deduplication(
            of: pictures.map { $0.withoutDetail }, options: options, decisions: decisions, memory: memory,
            pixels: { _, _ in self.samePixels },
            details: { facts in
                facts.map { picture in
                    self.looked.insert(picture.digest)
                    let whole = pictures[picture.ticket]
                    return PictureDetail(descriptor: whole.descriptor, sequence: whole.sequence)
                }
            })
    }
}

extension Picture {
    /// The facts as a dataset's run has them: what copies are weighed by is asked for.
    fileprivate var withoutDetail: PictureFacts {
        PictureFacts(
            ticket: facts.ticket, path: facts.path, digest: facts.digest, width: facts.width, height: facts.height,
            bytes: facts.bytes, isLossless: facts.isLossless, quality: facts.quality,
            metadataBytes: facts.metadataBytes, frames: facts.frames, fingerprint: facts.fingerprint,
            descriptor: descriptor, sequence: sequence, isReference: facts.isReference,
            keepsDetail: false)
    }
}

extension Deduplication {
    /// Everything that was found, to be compared.
    var whole: Whole { Whole(groups: groups, kinships: kinships) }

    struct Whole: Hashable {
        let groups: [DuplicateGroup]
        let kinships: [Kinship]
    }
}
