internal import Manifests

/// Puts the lines of a manifest on a shelf.
///
/// Lines that failed are passed over. An original and a compressed form of one Nekosia picture are one picture with two
/// files; every other line is a picture of its own, copies too.
struct ShelfBuilder {
    /// The lines that are one picture.
    private struct Draft {
        var original: ManifestRecord
        var compressed: ManifestRecord?
    }

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
            guard record.file?.format != nil, record.image != nil, resolve(record) != nil else {
                missing += record.file?.format == nil || record.image == nil ? 0 : 1
                continue
            }
            guard record.source.kind == "nekosia", let item = record.source.item, let variant = record.source.variant
            else {
                drafts.append(Draft(original: record))
                continue
            }
            if variant == "compressed", let index = originals.removeValue(forKey: item) {
                drafts[index].compressed = record
            } else if variant == "original", let index = compressed.removeValue(forKey: item) {
                drafts[index] = Draft(original: record, compressed: drafts[index].original)
            } else {
                if variant == "original" { originals[item] = drafts.count }
                if variant == "compressed" { compressed[item] = drafts.count }
                drafts.append(Draft(original: record))
            }
        }
    }

    private func shelf() -> Shelf {
        var names = PictureNames()
        var kin = Kin(count: drafts.count)
        var pictures: [ShelfPicture] = []
        for (index, draft) in drafts.enumerated() {
            guard let picture = picture(draft, names: &names) else { continue }
            pictures.append(picture)
            for record in [draft.original, draft.compressed].compactMap({ $0 }) {
                if let file = record.file { kin.join(index, mark: "file \(file.sha256)") }
                guard let group = record.group, let id = group.id else { continue }
                // An alternate stands next to the group, it is another picture.
                if group.role == .keeper || group.role == .duplicate { kin.join(index, mark: "group \(id)") }
            }
        }
        precondition(pictures.count == drafts.count, "a draft without file or image was gathered")
        let isKept = drafts.map { $0.original.group?.role != .duplicate }
        return Shelf(pictures: pictures, kin: kin.numbers(), isKept: isKept, missing: missing)
    }

    private func picture(_ draft: Draft, names: inout PictureNames) -> ShelfPicture? {
        let record = draft.original
        guard let original = file(record), let image = record.image else { return nil }
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
            isAnimation: image.frames > 1, original: original,
            compressed: isCompressedOnly ? original : draft.compressed.flatMap(file))
    }

    private func file(_ record: ManifestRecord) -> ShelfFile? {
        guard let file = record.file, let format = file.format, let image = record.image, let path = resolve(record)
        else { return nil }
        let declared = record.declared
        return ShelfFile(
            path: path, sha256: file.sha256, bytes: file.bytes, format: format, width: image.width,
            height: image.height,
            facts: ShelfFile.Facts(
                width: declared?.width ?? image.width, height: declared?.height ?? image.height,
                bytes: declared?.bytes ?? file.bytes, fileExtension: declared?.extension ?? format))
    }
}
