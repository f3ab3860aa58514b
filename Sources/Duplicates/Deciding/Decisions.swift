/// What somebody decided about pictures, keyed by their content: it overrules every verdict and every policy.
public struct Decisions: Sendable, Hashable {
    /// One decision.
    public enum Decision: Sendable, Hashable {
        /// No two of these are copies of each other.
        case notDuplicates([String])
        /// The first is kept, and is never dropped; the others are what it was chosen from.
        case keep(String, among: [String])
    }

    /// For each digest the numbers of the decisions that tell it apart from others.
    private var separations: [String: Set<Int>] = [:]
    /// For each kept digest the digests that it was chosen from.
    private var choices: [String: Set<String>] = [:]
    private var count = 0

    /// No decisions.
    public init() {}

    /// All of these; their order does not matter.
    public init(_ decisions: [Decision]) {
        for decision in decisions { add(decision) }
    }

    /// Adds a decision.
    public mutating func add(_ decision: Decision) {
        count += 1
        switch decision {
        case .notDuplicates(let digests): for digest in digests { separations[digest, default: []].insert(count) }
        case .keep(let digest, let others): choices[digest, default: []].formUnion(others)
        }
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Whether somebody decided that the two are no copies.
    func separates(_ one: String, _ other: String) -> Bool {
        guard let first = separations[one], let second = separations[other] else { return false }
        return !first.isDisjoint(with: second)
    }

    /// Whether somebody decided to keep the picture of this content.
    func keeps(_ digest: String) -> Bool { choices[digest] != nil }

    /// Whether somebody chose `keeper` from among all of `members`; a picture that joined since was not seen.
    func covers(keeper: String, members: [String]) -> Bool {
        guard let seen = choices[keeper] else { return false }
        return members.allSatisfy { $0 == keeper || seen.contains($0) }
    }
}
