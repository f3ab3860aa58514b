internal import Fingerprints

/// The run of an animation that a still is most like.
public struct StillMatch: Sendable, Hashable {
    /// The run, counted from 0.
    public let run: Int
    /// Bits by which fingerprints differ.
    public let distance: Int
    /// The largest difference of luma cells, in levels.
    public let worstLuma: Int
    /// The same of color cells.
    public let worstColor: Int

    /// Whether the still is that frame. A flat frame is evidence of nothing.
    public let isFrame: Bool

    /// What a copy of a frame may differ by at most; see `SequenceLimits`.
    init?(_ still: SequenceFrame, in sequence: FrameSequence) {
        var best: (run: Int, difference: CellDifference)?
        for run in sequence.runs.indices {
            let fingerprint = sequence.runs[run].fingerprint
            guard fingerprint.distance(to: still.fingerprint) <= SequencePair.bits else { continue }
            let cells = Array(sequence.cells(of: run))
            let difference = CellDifference(cells.span, still.cells.span)
            if difference.squares < best?.difference.squares ?? .max { best = (run, difference) }
        }
        guard let best else { return nil }
        let fingerprint = sequence.runs[best.run].fingerprint
        run = best.run
        distance = fingerprint.distance(to: still.fingerprint)
        worstLuma = best.difference.worstLuma
        worstColor = best.difference.worstColor
        isFrame =
            !fingerprint.isFlat && !still.fingerprint.isFlat && distance <= SequenceLimits.stillBits
            && worstLuma <= SequenceLimits.stillLuma && worstColor <= SequenceLimits.color
    }
}

extension FrameSequence {
    /// The run that `still` is most like; `nil` where none is near.
    public func match(of still: SequenceFrame) -> StillMatch? { StillMatch(still, in: self) }
}
