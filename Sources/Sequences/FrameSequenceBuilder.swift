/// Folds the frames of an animation into a `FrameSequence` as they come.
///
/// A frame that looks like the first of the last run belongs to that run. Memory is bounded, however many frames there
/// are: when there are more than `FrameSequence.mostRuns` runs, runs are folded that differ in little more, in two steps;
/// if that is not enough, every second run is dropped, and from then on every second that would follow (then every
/// fourth, ...), its time and frames going to the one before it.
public struct FrameSequenceBuilder: Sendable {
    private var runs: [FrameSequence.Run] = []
    private var cells: [UInt8] = []
    /// The last frame that began a run, whether the run was kept or dropped.
    private var last: SequenceFrame?
    private var step = 0
    private var stride = 1
    /// Runs since the last one that was kept, and that one.
    private var sinceKept = 0

    /// A builder that has seen no frame.
    public init() {}

    /// Whether there was a frame since the beginning.
    public var isEmpty: Bool { runs.isEmpty }

    /// Forgets everything but the memory.
    public mutating func reset() {
        runs.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        last = nil
        step = 0
        stride = 1
        sinceKept = 0
    }

    /// The next frame, and how long it is declared to be shown.
    public mutating func append(_ frame: SequenceFrame, milliseconds: Int) {
        // As browsers do: a delay of a hundredth of a second or none is not meant.
        let milliseconds = milliseconds <= 10 ? 100 : milliseconds
        if let last,
            FoldTolerance.steps[step].folds(last.fingerprint, last.cells[...], frame.fingerprint, frame.cells[...])
        {
            extend(milliseconds: milliseconds)
            return
        }
        last = frame
        if sinceKept % stride != 0 {
            sinceKept += 1
            extend(milliseconds: milliseconds)
            return
        }
        sinceKept = 1
        runs.append(.init(fingerprint: frame.fingerprint, milliseconds: milliseconds, frames: 1))
        cells += frame.cells
        while runs.count > FrameSequence.mostRuns { thin() }
    }

    /// The sequence, or `nil` if there was no frame.
    public func finish() -> FrameSequence? {
        runs.isEmpty ? nil : FrameSequence(runs: runs, cells: cells)
    }

    private mutating func extend(milliseconds: Int) {
        runs[runs.count - 1].milliseconds += milliseconds
        runs[runs.count - 1].frames += 1
    }

    /// Makes fewer runs of those there are.
    private mutating func thin() {
        var places = [0]
        if step + 1 < FoldTolerance.steps.count {
            step += 1
            for run in 1..<runs.count where !folds(run, into: places[places.count - 1]) { places.append(run) }
        } else {
            // The last of them, number 256 counted from 0, stays: the next that does is `stride` away from it.
            stride *= 2
            places = runs.indices.filter { $0.isMultiple(of: 2) }
        }
        keep(places)
    }

    private func folds(_ run: Int, into kept: Int) -> Bool {
        FoldTolerance.steps[step].folds(
            runs[kept].fingerprint, cells(of: kept), runs[run].fingerprint, cells(of: run))
    }

    /// Keeps the runs at `places`, to each of which goes what stood between it and the next.
    private mutating func keep(_ places: [Int]) {
        var thinned: [FrameSequence.Run] = []
        var thinnedCells: [UInt8] = []
        for (index, place) in places.enumerated() {
            var run = runs[place]
            for dropped in runs[(place + 1)..<(index + 1 < places.count ? places[index + 1] : runs.count)] {
                run.milliseconds += dropped.milliseconds
                run.frames += dropped.frames
            }
            thinned.append(run)
            thinnedCells += cells(of: place)
        }
        runs = thinned
        cells = thinnedCells
    }

    private func cells(of run: Int) -> ArraySlice<UInt8> {
        cells[run * SequenceFrame.cellCount..<(run + 1) * SequenceFrame.cellCount]
    }
}
