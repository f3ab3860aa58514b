/// How two pictures are related, and why.
public struct PairVerdict: Sendable, Hashable {
    /// What the words are made of.
    enum Account: Sendable, Hashable {
        /// The evidence, and what is said of the two beside it.
        case evidence(of: ShownPair)
        /// What was seen of frames.
        case frames(String)
    }

    /// The relation.
    public let relation: Relation
    /// What it rests on.
    public let evidence: Evidence
    let account: Account

    /// A verdict that its evidence explains.
    init(_ relation: Relation, _ evidence: Evidence, of pair: ShownPair) {
        self.relation = relation
        self.evidence = evidence
        account = .evidence(of: pair)
    }

    /// A verdict by frames, in words that nothing else says.
    init(relation: Relation, evidence: Evidence, words: String) {
        self.relation = relation
        self.evidence = evidence
        account = .frames(words)
    }

    /// The same in a sentence or two for people; made when it is asked for.
    public var words: String {
        switch account {
        case .evidence(let pair): evidence.sentence(relation, pair)
        case .frames(let words): words
        }
    }

    /// Bits in which the fingerprints differ.
    public var distance: Int { evidence.distance }
}
