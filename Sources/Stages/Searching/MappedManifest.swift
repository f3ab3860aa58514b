internal import Files
internal import Foundation
internal import Manifests

/// A manifest whose lines are read where they are needed.
struct MappedManifest: Sendable {
    private let bytes: Data
    /// What the file system said of the file before it was mapped.
    let status: FileStatus
    private static let lineFeed = UInt8(ascii: "\n")

    /// The manifest at `path`; `nil` if there is none.
    init?(path: String) {
        guard let status = FileStatus.followingLinks(RawPath(path)), status.kind == .file,
            let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        else { return nil }
        self.status = status
        self.bytes = bytes
    }

    /// The record of the line that begins at `offset`; `nil` where no line begins, or it cannot be understood.
    func record(at offset: Int) -> ManifestRecord? {
        guard bytes.indices.contains(offset), offset == 0 || bytes[offset - 1] == Self.lineFeed else { return nil }
        return try? ManifestLine.decode(Array(bytes[offset..<end(from: offset)])[...], line: 1)
    }

    /// Hands over every record with the place where its line begins; empty lines are passed over.
    func forEach(_ body: (ManifestRecord, Int) -> Void) throws(ManifestError) {
        var (start, number) = (0, 1)
        while start < bytes.count {
            let end = end(from: start)
            let line = Array(bytes[start..<end])
            if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                body(try ManifestLine.decode(line[...], line: number), start)
            }
            (start, number) = (end + 1, number + 1)
        }
    }

    private func end(from start: Int) -> Int { bytes[start...].firstIndex(of: Self.lineFeed) ?? bytes.count }
}
