/// A picture that is kept and its copies, each of which was compared with it directly.
public struct DuplicateGroup: Sendable, Hashable {
    /// A name that depends on nothing but the pictures: the smallest digest among them.
    public let id: String
    /// The place of the kept picture in the array that was grouped.
    public let keeper: Int
    /// Why it is kept rather than the next best.
    public let reason: String
    /// Its copies, by ticket.
    public let members: [Member]
    /// Pictures that differ from the keeper in a part, or are close without proof, by ticket; they are kept.
    public let alternates: [Member]
    /// What holds for every member.
    public let guarantee: Guarantee

    /// A picture and its relation to the keeper.
    public struct Member: Sendable, Hashable {
        /// Its place in the array that was grouped.
        public let index: Int
        /// The verdict on it and the keeper.
        public let verdict: PairVerdict
        /// Why it is dropped for the keeper, or what sets it apart.
        public let reason: String

        /// Its relation to the keeper.
        public var relation: Relation { verdict.relation }
        /// Bits by which its fingerprint differs from the keeper's.
        public var distance: Int { verdict.distance }
        /// What the relation rests on.
        public var evidence: Evidence { verdict.evidence }
    }

    /// What holds for every member of a group.
    public struct Guarantee: Sendable, Hashable {
        /// The largest distance of a member from the keeper, in bits.
        public let largestDistance: Int
        /// Every relation that occurs, in the order of `Relation`.
        public let relations: [Relation]
    }
}
