/// What a stage had done at one moment.
public struct StageReading: Sendable, Hashable {
    /// The stage's name.
    public let name: String
    /// How many workers it has.
    public let workers: Int
    /// Items that a worker took up.
    public let entered: Int
    /// Items that came out, as payload or as a reason.
    public let left: Int
    /// Items that this stage stopped.
    public let stopped: Int
    /// Time spent on items, summed over workers.
    public let busyNanoseconds: Int

    /// The part of `workers x elapsed` that was spent on items, in permille.
    public func busyPermille(of elapsed: Duration) -> Int {
        let (seconds, attoseconds) = elapsed.components
        let nanoseconds = Double(seconds) * 1e9 + Double(attoseconds) / 1e9
        guard nanoseconds > 0 else { return 0 }
        return Int((Double(busyNanoseconds) * 1000 / (nanoseconds * Double(workers))).rounded())
    }
}
