/// How two pictures are related, and why.
public struct PairVerdict: Sendable, Hashable {
    /// The relation.
    public let relation: Relation
    /// What it rests on.
    public let evidence: Evidence
    /// The same in a sentence or two for people.
    public let words: String

    /// Bits in which the fingerprints differ.
    public var distance: Int { evidence.distance }
}
