internal import Foundation

/// A sum that finds damage: of every word, and of the sums so far, so that neither a word nor their order can change unseen.
///
/// It holds against accidents, not against somebody who wants to be believed; reading 50 MB takes it some milliseconds.
enum SearchSum {
    /// The place of the sum itself, which is left out.
    private static let own = 8..<16

    /// The sum of all of `bytes` but the word that holds it.
    static func of(_ bytes: some ContiguousBytes) -> Int {
        unsafe bytes.withUnsafeBytes { raw in
            var (words, sums) = (SIMD8<UInt64>(), SIMD8<UInt64>(repeating: UInt64(raw.count)))
            let whole = raw.count / 64 * 64
            // All loads are in bounds: whole blocks, then single bytes.
            for start in stride(from: 0, to: whole, by: 64) {
                var block = unsafe raw.loadUnaligned(fromByteOffset: start, as: SIMD8<UInt64>.self)
                if start == 0 { block[own.lowerBound / 8] = 0 }
                words &+= block
                sums &+= words
            }
            var sum: UInt64 = 0
            for place in whole..<raw.count where !own.contains(place) {
                sum = (sum ^ UInt64(unsafe raw[place])) &* 0x9E37_79B9_7F4A_7C15
            }
            for lane in 0..<8 {
                for word in [words[lane], sums[lane]] {
                    sum = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
                    sum ^= sum >> 29
                }
            }
            return Int(bitPattern: UInt(sum))
        }
    }
}
