internal import Sequences

extension MatchOptions {
    /// All that verdicts, and which pairs are looked at, depend on beside the contents: what was remembered under another
    /// key says nothing of pairs now.
    ///
    /// Rules, clusters and decisions are not in it: they come after all pairs are known. Nor is anything of the pictures but
    /// their number, from which the reach follows.
    ///
    /// - Precondition: the reach is resolved.
    var pairKey: String {
        precondition(reach != .automatic, "a reach that is not resolved says nothing")
        return [
            "pairs/1", "verdicts=\(PairVerdict.version)", "distance=\(maximumDistance)",
            "orientations=\(orientations.rawValue)", "animations=\(animations.rawValue)", "reach=\(reach.rawValue)",
            // A verdict's relation is kept as a place in these.
            "relations=" + Relation.allCases.map(\.rawValue).joined(separator: ","),
            "frames=" + SequenceVerdict.Relation.allCases.map(\.rawValue).joined(separator: ","),
        ].joined(separator: ";")
    }
}
