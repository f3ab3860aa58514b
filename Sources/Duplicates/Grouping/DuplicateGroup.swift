/// A picture that is kept and its copies; in a star and in a complete group each was compared with it directly.
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
    /// Whether somebody chose this keeper from among all of these; not if one has joined since.
    public let isDecided: Bool
    /// What holds for every member.
    public let guarantee: Guarantee

    /// A picture and its relation to the keeper.
    public struct Member: Sendable, Hashable {
        /// Its place in the array that was grouped.
        public let index: Int
        /// The verdict on it and the keeper, or on it and the one that it hangs on.
        public let verdict: PairVerdict
        /// Why it is dropped for the keeper, or what sets it apart.
        public let reason: String
        /// The place of the member that it hangs on in a group that is a component; `nil` for the keeper itself.
        public let via: Int?
        /// Where the two differ, in the keeper's coordinates (or those of the one that it hangs on).
        public let box: PermilleBox?

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
