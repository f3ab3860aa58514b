import Randomness

/// Seeded lots: one seed, one sequence, on every machine.
struct Lots {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15) }

    mutating func next(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
}
