internal import Manifests
internal import Sourcing

/// Puts the lines of a manifest on a shelf.
///
/// Lines that failed are passed over. An original and a compressed form of one Nekosia picture are one picture with two
/// files; every other line is a picture of its own, copies too.
struct ShelfBuilder {
    /// A line and its file, which was looked for once: it may be gone at any time.
    private struct Found {
        let record: ManifestRecord
        let file: ShelfFile
        let isAnimation: Bool
    }

    /// The lines that are one picture.
    private struct Draft {
        var original: Found
        var compressed: Found?
    }

    private static let formats = ["png", "jpeg", "gif", "webp"]

    private var drafts: [Draft] = []
    private var missing = 0
    private let resolve: (ManifestRecord) -> String?

    /// - Parameter resolve: the path of a line's file, or `nil` when it is not there as the line says.
    init(resolve: @escaping (ManifestRecord) -> String?) { self.resolve = resolve }

    static func shelf(_ records: [ManifestRecord], resolve: @escaping (ManifestRecord) -> String?) -> Shelf {
        var builder = ShelfBuilder(resolve: resolve)
        builder.gather(records)
        return builder.shelf()
    }

    private mutating func gather(_ records: [ManifestRecord]) {
        // By identifier, the draft that still lacks one of its forms.
        var originals: [String: Int] = [:]
        var compressed: [String: Int] = [:]
        for record in records where record.status == .ok {
            guard let found = found(record) else {
                missing += 1
                continue
            }
            guard record.source.kind == "nekosia", let item = record.source.item, let variant = record.source.variant
            else {
                drafts.append(Draft(original: found))
                continue
            }
            if variant == "compressed", let index = originals.removeValue(forKey: item) {
                drafts[index].compressed = found
            } else if variant == "original", let index = compressed.removeValue(forKey: item) {
                drafts[index] = Draft(original: found, compressed: drafts[index].original)
            } else {
                if variant == "original" { originals[item] = drafts.count }
                if variant == "compressed" { compressed[item] = drafts.count }
                drafts.append(Draft(original: found))
            }
        }
    }

    private func shelf() -> Shelf {
        var names = PictureNames()
        var kin = Kin(count: drafts.count)
        for (index, draft) in drafts.enumerated() {
            for found in [draft.original, draft.compressed].compactMap({ $0 }) {
                kin.join(index, mark: "file \(found.file.sha256)")
                guard let group = found.record.group, let id = group.id else { continue }
                // An alternate stands next to the group, it is another picture.
                if group.role == .keeper || group.role == .duplicate { kin.join(index, mark: "group \(id)") }
            }
        }
        return Shelf(
            pictures: drafts.map { picture($0, names: &names) }, kin: kin.numbers(),
            isKept: drafts.map { $0.original.record.group?.role != .duplicate }, missing: missing)
    }

    private func picture(_ draft: Draft, names: inout PictureNames) -> ShelfPicture {
        let (record, original) = (draft.original.record, draft.original.file)
        // Where only the compressed form is in the dataset, it is all there is: the original as well.
        let isCompressedOnly = record.source.kind == "nekosia" && record.source.variant == "compressed"
        let category = CategoryRule.category(of: record.annotations)
        let declared = record.declared?.colors
        return ShelfPicture(
            identifier: names.identifier(for: record, sha256: original.sha256),
            name: names.fileName(for: record, category: category, sha256: original.sha256), category: category,
            annotations: record.annotations, page: record.source.page, direct: record.source.direct,
            mainColor: declared?.main ?? record.colors?.main,
            palette: declared.flatMap { $0.palette.isEmpty ? nil : $0.palette } ?? record.colors?.palette ?? [],
            isAnimation: draft.original.isAnimation, original: original,
            compressed: isCompressedOnly ? original : draft.compressed?.file)
    }

    /// `nil` when the file is not there as the line says, or the line does not say what it is. A manifest may be
    /// another's: formats and digests come to stand in paths and headers, and have to be just that.
    private func found(_ record: ManifestRecord) -> Found? {
        guard let file = record.file, let format = file.format, Self.formats.contains(format),
            ContentDigest(hexadecimal: file.sha256)?.hexadecimal == file.sha256, let image = record.image,
            let path = resolve(record)
        else { return nil }
        let declared = record.declared
        let facts = ShelfFile.Facts(
            width: declared?.width ?? image.width, height: declared?.height ?? image.height,
            bytes: declared?.bytes ?? file.bytes, fileExtension: declared?.extension ?? format)
        return Found(
            record: record,
            file: ShelfFile(
                path: path, sha256: file.sha256, bytes: file.bytes, format: format, width: image.width,
                height: image.height, facts: facts), isAnimation: image.frames > 1)
    }
}
