internal import Randomness

/// Random choices that a name and a seed decide, the same on every machine.
package struct Chance: Sendable {
    private var random: SplitMix64

    /// The choices that belong to `name` under `seed`.
    package init(_ name: String, seed: UInt64) { random = SplitMix64(seed: FNV1a.hash(name, salt: seed)) }

    /// The next 64 random bits.
    package mutating func bits() -> UInt64 { random.next() }

    /// A number from 0 to below 1.
    package mutating func share() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

    /// A number in `range`.
    package mutating func number(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + share() * (range.upperBound - range.lowerBound)
    }

    /// A whole number in `range`.
    package mutating func integer(_ range: Range<Int>) -> Int {
        range.lowerBound + Int(bits() % UInt64(range.count))
    }
}
