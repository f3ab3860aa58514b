/// Random choices that a name and a seed decide, the same on every machine (SplitMix64).
struct Chance {
    private var state: UInt64

    /// The choices that belong to `name` under `seed`.
    init(_ name: String, seed: UInt64) {
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for unit in name.utf8 { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
        state = hash
    }

    /// The next 64 random bits.
    mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 to below 1.
    mutating func share() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

    /// A number in `range`.
    mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + share() * (range.upperBound - range.lowerBound)
    }

    /// A whole number in `range`.
    mutating func integer(_ range: Range<Int>) -> Int { range.lowerBound + Int(bits() % UInt64(range.count)) }
}
