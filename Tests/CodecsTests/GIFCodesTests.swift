import Codecs
import Randomness
import Testing

/// Codes that no encoder would choose, but that say something all the same, and codes that say nothing.
@Suite struct GIFCodesTests {
    /// Random codes with the widths that a decoder expects. One of `oddity` is a clear code, an end, or any number.
    private func codes(
        _ count: Int, minimum: Int, oddity: Int, _ random: inout SplitMix64
    ) -> [(value: Int, bits: Int)] {
        let clear = 1 << minimum
        var (next, bits, isFirst) = (clear + 2, minimum + 1, true)
        var codes: [(value: Int, bits: Int)] = []
        for _ in 0..<count {
            var value = Int.random(in: 0..<(isFirst ? clear : min(next + 1, 4096)), using: &random)
            if value == clear + 1 { value = 0 }
            if Int.random(in: 0..<oddity, using: &random) == 0 {
                value =
                    [clear, clear, clear + 1, .random(in: 0..<1 << bits, using: &random)].randomElement(using: &random)
                    ?? 0
            }
            codes.append((value, bits))
            if value == clear {
                (next, bits, isFirst) = (clear + 2, minimum + 1, true)
                continue
            }
            if !isFirst && next < 4096 { next += 1 }
            if next == 1 << bits && bits < 12 { bits += 1 }
            isFirst = false
        }
        return codes
    }

    @Test(arguments: 1...9, [51, 52] as [UInt64])
    func `codes are read as by giflib`(minimum: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed &* 16 &+ UInt64(minimum))
        var whole = 0
        for round in 0..<40 {
            let oddity = [10_000_000, 200, 20][round % 3]
            let many = codes(Int.random(in: 1...6000, using: &random), minimum: minimum, oddity: oddity, &random)
            let sides = (Int.random(in: 1...90, using: &random), Int.random(in: 1...90, using: &random))
            let gif = MadeGIF.still(width: sides.0, height: sides.1, minimum: minimum, codes: many)
            for options in [DecodeOptions(), DecodeOptions(acceptsTruncated: round % 2 == 0, frames: .firstThenCheck)] {
                let ways = BothWays(gif, options: options)
                // By itself, or a failure would print all pixels.
                let agree = ways.agree
                #expect(agree, "minimum \(minimum), seed \(seed), round \(round)")
                if case .decoded(_, let outcome) = ways.fastest, !outcome.isTruncated { whole += 1 }
            }
        }
        #expect(whole > 10 || minimum > 8 || minimum == 1, "\(whole) are whole")
    }
}
