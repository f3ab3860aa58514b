internal import Manifests

/// A manifest line that lacks only its group, which is known when all items were seen.
struct DraftLine {
    /// The line without a group and without a line feed.
    let bytes: [UInt8]
    /// Where the group belongs, keys being sorted: between `fingerprint` and `id`.
    let groupOffset: Int

    /// The line of `record`, whose group is not known yet.
    init(_ record: ManifestRecord) {
        var bytes: [UInt8] = []
        groupOffset = ManifestLine.writeDraft(record, into: &bytes)
        self.bytes = bytes
    }

    init(bytes: [UInt8], groupOffset: Int) {
        self.bytes = bytes
        self.groupOffset = groupOffset
    }

    /// Appends the whole line, with its line feed, to `lines`.
    func complete(with group: GroupSection?, into lines: inout [UInt8]) {
        lines.append(contentsOf: bytes[..<groupOffset])
        if let group { lines.append(contentsOf: ManifestLine.member(group)) }
        lines.append(contentsOf: bytes[groupOffset...])
        lines.append(UInt8(ascii: "\n"))
    }
}
