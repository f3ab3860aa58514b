internal import Fingerprints

extension FrameSequence {
    /// Whether nothing in it moves beyond what compression does.
    public var isMotionless: Bool { runs.count == 1 || motion.peak < SequenceLimits.faintPeak }

    /// How the two are related. The same relation whichever is asked, with the numbers of first and second exchanged.
    public func compared(with other: FrameSequence) -> SequenceVerdict {
        if isMotionless && other.isMotionless {
            var verdict = SequenceVerdict(.motionless)
            (verdict.firstRuns, verdict.secondRuns) = (runs.count, other.runs.count)
            verdict.distance = runs[0].fingerprint.distance(to: other.runs[0].fingerprint)
            return verdict
        }
        if isMotionless { return Self.verdict(on: frame(of: 0), in: other, isFirst: true) }
        if other.isMotionless { return Self.verdict(on: other.frame(of: 0), in: self, isFirst: false) }
        return SequenceAlignment(self, other).verdict
    }

    private static func verdict(on still: SequenceFrame, in moving: FrameSequence, isFirst: Bool) -> SequenceVerdict {
        guard let match = moving.match(of: still) else { return SequenceVerdict(.unrelated) }
        var verdict = SequenceVerdict(match.isFrame ? .still : .shared)
        verdict.run = match.run
        verdict.distance = match.distance
        verdict.offset = match.worstLuma
        (verdict.firstRuns, verdict.secondRuns) = isFirst ? (1, moving.runs.count) : (moving.runs.count, 1)
        let (of, whole) = (1000 / moving.runs.count, 1000)
        (verdict.firstCoverage, verdict.secondCoverage) = isFirst ? (whole, of) : (of, whole)
        (verdict.firstMatched, verdict.secondMatched) = (1, 1)
        return verdict
    }
}
