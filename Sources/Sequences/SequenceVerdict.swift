/// How two animations are related as sequences of frames, and what that rests on, as integers.
public struct SequenceVerdict: Sendable, Hashable {
    /// A relation of two sequences; how large they are and how they are compressed does not matter to it.
    public enum Relation: String, Sendable, Hashable, CaseIterable {
        /// The same frames in the same order, shown as long.
        case same
        /// The same animation with other timing, or cut at its ends, with dropped or added frames, from another point of its loop,
        /// backwards or to and fro.
        case retimed
        /// All of the one is a small part of the other.
        case excerpt
        /// The same movement, with something in the picture that is in all frames of the one only, or other colors.
        case altered
        /// One of the two stands still, and looks like a frame of the other.
        case still
        /// Neither moves: they are compared as stills are.
        case motionless
        /// Some frames of the one are in the other.
        case shared
        /// Nothing to do with each other.
        case unrelated
    }

    /// The relation.
    public internal(set) var relation: Relation
    /// Distinct frames, one a run, of the first.
    public internal(set) var firstRuns = 0
    /// The same of the second.
    public internal(set) var secondRuns = 0
    /// How many of the first's are in the second.
    public internal(set) var firstMatched = 0
    /// How many of the second's are in the first.
    public internal(set) var secondMatched = 0
    /// The part of the first that is in the second, in permille; flat frames count a quarter.
    public internal(set) var firstCoverage = 0
    /// The same of the second.
    public internal(set) var secondCoverage = 0
    /// How well the movements agree: the correlation of what changes, in permille.
    public internal(set) var motion = 0
    /// Bits by which the fingerprints of frames put beside each other differ, in the middle.
    public internal(set) var distance = 0
    /// The largest difference in luma that all these frames share, in levels.
    public internal(set) var offset = 0
    /// How long the second shows what both show, in permille of the first.
    public internal(set) var tempo = 1000
    /// How much of that time goes to other frames than in the first, at that tempo, in permille.
    public internal(set) var drift = 0
    /// How often one has to jump, begin again or turn round to follow the other.
    public internal(set) var jumps = 0
    /// The same for turns.
    public internal(set) var turns = 0
    /// The same for beginnings.
    public internal(set) var loops = 0
    /// Whether the one runs backwards in the other.
    public internal(set) var isReversed = false
    /// Which run the still is like, counted from 0; only for `still`.
    public internal(set) var run = 0

    init(_ relation: Relation) { self.relation = relation }
}
