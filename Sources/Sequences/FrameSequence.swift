public import Fingerprints

/// An animation as two are compared: its composited frames in order, runs of equal ones folded into one.
///
/// There are at most `mostRuns` runs, however many frames there are; see `FrameSequenceBuilder` for how that is kept.
public struct FrameSequence: Sendable, Hashable {
    /// What made it, and how it is laid out.
    public static let kind = "sequence/1"
    /// The most runs of a sequence: 84 kB.
    public static let mostRuns = 256

    /// Frames that follow each other and look the same.
    public struct Run: Sendable, Hashable {
        /// The fingerprint of the first of them.
        public var fingerprint: Fingerprint
        /// How long they are shown together.
        public var milliseconds: Int
        /// How many there are.
        public var frames: Int

        /// A run.
        public init(fingerprint: Fingerprint, milliseconds: Int, frames: Int) {
            self.fingerprint = fingerprint
            self.milliseconds = milliseconds
            self.frames = frames
        }
    }

    /// The runs, in order.
    public let runs: [Run]
    /// The cells of the first frame of each run, one frame after the other: see `SequenceFrame.cells`.
    let cells: [UInt8]

    /// Takes runs and their cells as they are.
    ///
    /// - Precondition: there is a run, there are `mostRuns` at most, and `SequenceFrame.cellCount` cells for each.
    init(runs: [Run], cells: [UInt8]) {
        precondition(!runs.isEmpty && runs.count <= Self.mostRuns, "a sequence of \(runs.count) runs")
        precondition(cells.count == runs.count * SequenceFrame.cellCount, "\(cells.count) cells of \(runs.count) runs")
        self.runs = runs
        self.cells = cells
    }

    /// A still as a sequence of one frame.
    public init(_ frame: SequenceFrame) {
        self.init(runs: [Run(fingerprint: frame.fingerprint, milliseconds: 0, frames: 1)], cells: frame.cells)
    }

    /// Frames before folding.
    public var frames: Int { runs.reduce(0) { $0 + $1.frames } }

    /// How long all frames are shown.
    public var milliseconds: Int { runs.reduce(0) { $0 + $1.milliseconds } }

    /// The first frame of a run.
    public func frame(of run: Int) -> SequenceFrame {
        SequenceFrame(fingerprint: runs[run].fingerprint, cells: Array(cells(of: run)))
    }

    func cells(of run: Int) -> ArraySlice<UInt8> {
        cells[run * SequenceFrame.cellCount..<(run + 1) * SequenceFrame.cellCount]
    }
}
