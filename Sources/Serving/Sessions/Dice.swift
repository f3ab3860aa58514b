/// Where chance comes from: a seed for each request, of which everything in that request follows.
public struct Dice: Sendable {
    /// A seed that nobody can foresee, or the next of a sequence.
    public let seed: @Sendable () async -> UInt64

    /// Dice.
    public init(seed: @escaping @Sendable () async -> UInt64) { self.seed = seed }

    /// The machine's.
    public static let system = Dice { UInt64.random(in: .min ... .max) }
}

/// A seeded generator of random numbers.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
