internal import CHamming
package import Foundation

/// Codes that lie in memory as four columns of 64-bit words in this machine's order, one behind the other: a file that is
/// mapped, for the most part.
///
/// Asking for one code compares it with all, sixteen bytes of each: 2 ms for a million, and no table has to be read or
/// trusted. That is what looking into a thousand buckets of a mapped table costs too, because each is another page.
package struct MappedCodes: Sendable {
    private let bytes: Data
    /// The number of codes.
    package let count: Int
    /// Rows of which the matches have room at once.
    private static let step = 1 << 14

    /// The `count` codes in `bytes`.
    package init(_ bytes: Data, count: Int) {
        precondition(bytes.count == 32 * count, "\(bytes.count) bytes are not \(count) codes")
        self.bytes = bytes
        self.count = count
    }

    /// Appends `codes` to `bytes`, column by column.
    package static func append(_ codes: [SIMD4<UInt64>], to bytes: inout Data) {
        for lane in 0..<4 {
            // The words are copied while the array lives.
            unsafe codes.map { $0[lane] }.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        }
    }

    /// All codes within `radius` bits of `code`, by position.
    package func matches(of code: SIMD4<UInt64>, within radius: Int) -> [HammingMatch] {
        guard radius >= 0, count > 0 else { return [] }
        let query = [code[0], code[1], code[2], code[3]]
        let kernel = hamming_best()
        var hits = [hamming_pair](repeating: hamming_pair(), count: Self.step)
        var found: [HammingMatch] = []
        for start in stride(from: 0, to: count, by: Self.step) {
            let end = min(start + Self.step, count)
            // Four columns of `count` words are there, aligned as words since the file begins with a multiple of eight bytes;
            // there is room for a hit a row.
            let written = unsafe bytes.withUnsafeBytes { raw in
                let words = unsafe raw.assumingMemoryBound(to: UInt64.self).baseAddress
                let columns = unsafe hamming_columns(
                    first: words, second: words?.advanced(by: count), third: words?.advanced(by: 2 * count),
                    fourth: words?.advanced(by: 3 * count))
                return unsafe hamming_scan(kernel, query, 0, columns, start, end, UInt32(clamping: radius), &hits)
            }
            for hit in hits[..<written] {
                found.append(HammingMatch(position: Int(hit.b), distance: Int(hit.distance)))
            }
        }
        return found
    }
}
