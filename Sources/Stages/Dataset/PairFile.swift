internal import Duplicates
internal import Files
internal import Foundation
internal import Sourcing

/// The file in which a dataset remembers what was found out about pairs of its pictures.
///
/// It is believed only if it was written under the same key and its sum is right. It belongs to contents, not to a manifest, so
/// it is there as soon as all pairs are known, also for the run after one that was killed while it wrote the rest.
/// Layout: `PAWPAIR1`; the sum of all but itself, little-endian; the digest of the key in hexadecimal; then the record.
struct PairFile: Sendable {
    private static let signature = [UInt8]("PAWPAIR1".utf8)
    private static let headerSize = 80
    /// Ten times what ten million pictures take: what is larger was not written here.
    private static let most = 1 << 32

    let path: String

    /// The record that was kept under `key`; `nil` where there is none that can be believed.
    func record(under key: String) -> ArraySlice<UInt8>? {
        guard let bytes = content(of: Self.digest(of: key)), SearchSum.of(bytes) == Self.sum(in: bytes) else {
            return nil
        }
        return bytes[Self.headerSize...]
    }

    /// Puts `record` into the place of whatever was kept before.
    func write(_ record: PairRecord, under key: String) throws(OutputError) {
        var bytes = Self.signature + [UInt8](repeating: 0, count: 8) + Self.digest(of: key)
        record.append(to: &bytes)
        let sum = UInt64(bitPattern: Int64(SearchSum.of(bytes)))
        for place in 0..<8 { bytes[8 + place] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * place)) }
        var file = try AtomicFile(path: path)
        // In pieces, or all of it would be in memory once more.
        for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
            try file.write(bytes[start..<min(start + 1 << 20, bytes.count)])
        }
        try file.commit()
    }

    /// All bytes, if the file is one of these, and of this key.
    private func content(of digest: [UInt8]) -> [UInt8]? {
        // Read, not mapped: what somebody cuts short meanwhile would end the process.
        guard let status = FileStatus.followingLinks(RawPath(path)), status.kind == .file,
            Self.headerSize...Self.most ~= status.bytes, let file = try? OpenFile(RawPath(path), flags: O_RDONLY),
            let header = try? file.read(atMost: Self.headerSize), header.count == Self.headerSize,
            Array(header[..<8]) == Self.signature, Array(header[16...]) == digest
        else { return nil }
        var bytes = header + [UInt8](repeating: 0, count: status.bytes - header.count)
        var count = header.count
        while count < bytes.count {
            guard let read = try? file.read(into: &bytes, from: count), read > 0 else { return nil }
            count += read
        }
        return bytes
    }

    private static func digest(of key: String) -> [UInt8] {
        Array(ContentDigest(of: Array(key.utf8).span).hexadecimal.utf8)
    }

    private static func sum(in bytes: [UInt8]) -> Int {
        Int(truncatingIfNeeded: (0..<8).reduce(0 as UInt64) { $0 | UInt64(bytes[8 + $1]) << UInt64(8 * $1) })
    }
}
