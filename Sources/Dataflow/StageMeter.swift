internal import Synchronization

/// Counts what one stage does while it runs; read at any time from anywhere.
public final class StageMeter: Sendable {
    /// The stage's name.
    public let name: String
    /// How many workers it has.
    public let workers: Int

    private let entered = Atomic<Int>(0)
    private let left = Atomic<Int>(0)
    private let stopped = Atomic<Int>(0)
    private let busyNanoseconds = Atomic<Int>(0)

    /// A meter at zero.
    public init(name: String, workers: Int) {
        self.name = name
        self.workers = workers
    }

    /// The counts at this moment.
    public var reading: StageReading {
        StageReading(
            name: name, workers: workers, entered: entered.load(ordering: .relaxed),
            left: left.load(ordering: .relaxed), stopped: stopped.load(ordering: .relaxed),
            busyNanoseconds: busyNanoseconds.load(ordering: .relaxed))
    }

    /// Counts an item that a worker takes up.
    package func enter() { entered.add(1, ordering: .relaxed) }

    /// Counts an item that a worker is done with after `duration`; `isStopped` if it goes no further.
    package func leave(after duration: Duration, isStopped: Bool) {
        let (seconds, attoseconds) = duration.components
        busyNanoseconds.add(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000), ordering: .relaxed)
        left.add(1, ordering: .relaxed)
        if isStopped { stopped.add(1, ordering: .relaxed) }
    }
}
