import Randomness

/// Codes with the statistics and the skew of real fingerprints.
///
/// What is known of real ones: half of the bits are set, give or take two (the threshold is the median); bits are nearly
/// independent; 1 % of all are equal flat pictures, and few codes have most of those. Beside that a collection has copies:
/// groups of mostly two or three, some of dozens, whose distances are those of re-encodings and sizes for the most part.
struct SyntheticCodes {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// `count` codes in an order of no meaning: 60 of 100 alone, 36 in groups of near copies, 3 of which equal another, 1 hot.
    mutating func make(_ count: Int) -> [SIMD4<UInt64>] {
        var codes: [SIMD4<UInt64>] = []
        codes.reserveCapacity(count)
        let hot = (0..<8).map { _ in flat() }
        while codes.count < count {
            let kind = generator.below(1000)
            if kind < 10 {
                codes.append(turned(hot[generator.below(8)], bits: generator.below(2) == 0 ? 0 : generator.below(24)))
            } else if kind < 800 {
                codes.append(plain())
            } else {
                let original = plain()
                codes.append(original)
                for _ in 0..<min(groupSize(), count - codes.count) {
                    codes.append(turned(original, bits: copyDistance()))
                }
            }
        }
        for last in stride(from: count - 1, to: 0, by: -1) { codes.swapAt(last, generator.below(last + 1)) }
        return codes
    }

    /// A code of which half of the bits are set.
    mutating func plain() -> SIMD4<UInt64> {
        var code = SIMD4(generator.next(), generator.next(), generator.next(), generator.next())
        var surplus = code.setBits - 128
        while surplus != 0 {
            let bit = generator.below(256)
            if code[bit: bit] == (surplus > 0) {
                code[bit >> 6] ^= 1 << UInt64(bit & 63)
                surplus += surplus > 0 ? -1 : 1
            }
        }
        return code
    }

    /// A code with few bits set, all of them near each other.
    private mutating func flat() -> SIMD4<UInt64> {
        var code = SIMD4<UInt64>.zero
        code[generator.below(4)] = generator.next()
        return code
    }

    /// `code` with `bits` of its bits turned.
    mutating func turned(_ code: SIMD4<UInt64>, bits: Int) -> SIMD4<UInt64> {
        var code = code
        for _ in 0..<bits {
            let bit = generator.below(256)
            code[bit >> 6] ^= 1 << UInt64(bit & 63)
        }
        return code
    }

    /// Copies beside the original: one for half of the groups, two for a quarter, ... and 50 for one of 500.
    private mutating func groupSize() -> Int {
        if generator.below(500) == 0 { return 50 }
        var size = 1
        while size < 12, generator.below(2) == 0 { size += 1 }
        return size
    }

    /// One of 8 equal, half like re-encodings, then sizes and crops of a percent, then what lies beyond the usual radius.
    private mutating func copyDistance() -> Int {
        switch generator.below(16) {
        case 0, 1: 0
        case 2...9: 2 + generator.below(10)
        case 10...13: 10 + generator.below(24)
        default: 30 + generator.below(50)
        }
    }
}

extension SIMD4<UInt64> {
    /// How many bits are set.
    var setBits: Int {
        self[0].nonzeroBitCount + self[1].nonzeroBitCount + self[2].nonzeroBitCount + self[3].nonzeroBitCount
    }

    /// Whether one of the 256 bits is set.
    subscript(bit place: Int) -> Bool { self[place >> 6] >> UInt64(place & 63) & 1 == 1 }
}
