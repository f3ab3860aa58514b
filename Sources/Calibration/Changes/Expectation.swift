package import Duplicates

/// What a verdict has to say of a pair whose history is known.
package struct Expectation: Sendable, Hashable {
    /// What a pair is in truth.
    package enum Truth: String, Sendable { case copy, alternate }

    /// What it is in truth.
    package let truth: Truth
    /// The relations that are right.
    package let relations: [Relation]

    /// An expectation.
    package init(truth: Truth, relations: [Relation]) {
        self.truth = truth
        self.relations = relations
    }

    /// Whether `relation` calls it a copy or an alternate, whichever it is.
    package func isRecognized(by relation: Relation) -> Bool {
        let isKind = truth == .copy ? relation.isDuplicate : relation == .alternate
        return isKind || isNamed(by: relation)
    }

    /// Whether `relation` is one of those that are right.
    package func isNamed(by relation: Relation) -> Bool { relations.contains(relation) }
}
