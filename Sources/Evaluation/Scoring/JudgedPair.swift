internal import Duplicates

/// Two pictures, what is true of them, and what the dataset says.
public struct JudgedPair: Sendable, Hashable {
    /// One picture, as the truth file names it.
    public let first: PictureName
    /// The other.
    public let second: PictureName
    /// What is true.
    public let answer: TruthAnswer
    /// What is said.
    public let claim: Claims.Claim

    /// Whether they were called copies and are none.
    public var isWrong: Bool { claim.areGrouped && answer.allowsCopies == false }
    /// Whether they were called copies and are.
    public var isRight: Bool { claim.areGrouped && answer.allowsCopies == true }
    /// Whether they are copies and were called something else.
    public var isMissed: Bool { !claim.areGrouped && answer.isMissed(by: claim.relation) }

    /// The word for what is said: the relation, `grouped` where only others link the two, or `nothing`.
    public var called: String { claim.relation?.rawValue ?? (claim.areGrouped ? "grouped" : "nothing") }
}
