import Dataflow
import Stages

/// What a run shows and listens to while it lasts, and how it ends: the same for every command that runs something.
struct RunWatch {
    /// The wish to stop, once there is one.
    let interruption = Interruption()
    private let signals: Signals
    private let running: RunFlags
    private let policy: PolicyFlags
    private let board: LimitBoard

    /// Listens to signals from now on.
    init(_ running: RunFlags, _ policy: PolicyFlags, _ board: LimitBoard) {
        signals = Signals(interruption)
        self.running = running
        self.policy = policy
        self.board = board
    }

    /// Stops listening.
    func cancel() { signals.cancel() }

    /// Does `work` and shows how far it is.
    func show<Result, Failure: Error>(
        _ progress: @escaping @Sendable () -> RunProgress, during work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let reporter = ProgressReporter(style: running.progressStyle, board: board, progress: progress)
        defer { reporter.finish() }
        return try work()
    }

    /// Says what came of it, lets `finish` do what is left, and ends the program unless everything is well.
    ///
    /// - Parameter failure: why a source could not go on.
    func end(
        _ counts: RunCounts, _ progress: RunProgress, failure: (any Error)?, finish: () throws -> Void = {}
    ) throws {
        running.say(RunWords.summary(counts, progress))
        try finish()
        if let failure { throw failure }
        try EndOfRun(interruption: interruption, policy: policy).exit(counts)
    }
}
