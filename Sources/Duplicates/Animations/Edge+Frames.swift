internal import Sequences

extension Edge {
    /// Whether frames would be lost if the one at `dropped` were dropped for the other: a trimmed copy is dropped for the whole
    /// one, not the other way round.
    func losesFrames(dropping dropped: Int, of pictures: (Int) -> PictureFacts) -> Bool {
        guard let frames = verdict.evidence.frames, verdict.relation == .retimed else { return false }
        let (one, other) = (pictures(a), pictures(b))
        // The verdict counts in its own order, by digest.
        let isFirst = PairVerdict.isOrdered(one, other) == (dropped == a)
        return (isFirst ? frames.firstCoverage : frames.secondCoverage) < 800
    }
}
