/// Where chance comes from: a seed for each request, of which everything in that request follows.
public struct Dice: Sendable {
    /// A seed that nobody can foresee, or the next of a sequence.
    public let seed: @Sendable () async -> UInt64

    /// Dice.
    public init(seed: @escaping @Sendable () async -> UInt64) { self.seed = seed }

    /// The machine's.
    public static let system = Dice { UInt64.random(in: .min ... .max) }
}
