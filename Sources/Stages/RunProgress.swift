public import Dataflow

/// Where a run stands at one moment.
public struct RunProgress: Sendable {
    /// Items that the source listed so far.
    public let listed: Int
    /// Whether the source has come to its end, so that `listed` is the total.
    public let isListed: Bool
    /// Items whose place in the output is settled.
    public let finished: Int
    /// Items among them that failed.
    public let failed: Int
    /// Items among them that the catalog knew.
    public let known: Int
    /// The stages in order.
    public let stages: [StageReading]
    /// Items that wait before each stage.
    public let waiting: [Int]
    /// Items that waited before each stage at most.
    public let peakWaiting: [Int]
    /// Bytes of files and pixels that were admitted at most at one time.
    public let peakMemory: Int
    /// Time since the run began.
    public let elapsed: Duration

    /// Items a second so far.
    public var rate: Double {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return seconds > 0 ? Double(finished) / seconds : 0
    }
}
