internal import Manifests

/// A manifest line that lacks only its group, which is known when all items were seen.
struct DraftLine {
    /// The line without a group and without a line feed.
    let bytes: ArraySlice<UInt8>
    /// Where the group belongs, keys being sorted: between `fingerprint` and `id`.
    let groupOffset: Int

    /// Most lines are shorter.
    private static let usual = 2048

    /// The line of `record`, whose group is not known yet.
    init(_ record: ManifestRecord) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usual)
        groupOffset = ManifestLine.writeDraft(record, into: &bytes)
        self.bytes = bytes[...]
    }

    init(bytes: ArraySlice<UInt8>, groupOffset: Int) {
        self.bytes = bytes
        self.groupOffset = groupOffset
    }

    /// Appends the whole line, with its line feed, to `lines`.
    ///
    /// - Parameter group: The member of the group; empty for a line without.
    func complete(with group: [UInt8], into lines: inout [UInt8]) {
        let middle = bytes.startIndex + groupOffset
        lines.append(contentsOf: bytes[..<middle])
        lines.append(contentsOf: group)
        lines.append(contentsOf: bytes[middle...])
        lines.append(UInt8(ascii: "\n"))
    }
}
