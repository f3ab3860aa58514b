/// Two pictures that are related but not copies; both are kept.
public struct Kinship: Sendable, Hashable {
    /// The place of the one with the smaller ticket in the array that was grouped.
    public let a: Int
    /// The place of the other.
    public let b: Int
    /// How they are related.
    public let verdict: PairVerdict
}
