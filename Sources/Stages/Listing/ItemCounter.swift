internal import Dataflow
internal import Synchronization

/// Counts items at both ends of a run.
final class ItemCounter: Sendable {
    private let listed = Atomic<Int>(0)
    private let isListed = Atomic<Bool>(false)
    private let finished = Atomic<Int>(0)
    private let failed = Atomic<Int>(0)
    private let known = Atomic<Int>(0)
    private let start = ContinuousClock().now

    func list() { listed.add(1, ordering: .relaxed) }

    func endList() { isListed.store(true, ordering: .relaxed) }

    func finish(_ outcome: Gathering.Outcome) {
        switch outcome {
        case .success(let analyzed): finish(failed: false, known: analyzed.wasKnown)
        case .failure(let stopped): finish(failed: true, known: stopped.wasKnown)
        }
    }

    func finish(failed isFailure: Bool, known wasKnown: Bool) {
        finished.add(1, ordering: .relaxed)
        if isFailure { failed.add(1, ordering: .relaxed) }
        if wasKnown { known.add(1, ordering: .relaxed) }
    }

    func progress(stages: [StageReading], waiting: [Int], peaks: [Int], peakMemory: Int) -> RunProgress {
        RunProgress(
            listed: listed.load(ordering: .relaxed), isListed: isListed.load(ordering: .relaxed),
            finished: finished.load(ordering: .relaxed), failed: failed.load(ordering: .relaxed),
            known: known.load(ordering: .relaxed), stages: stages, waiting: waiting,
            peakWaiting: peaks, peakMemory: peakMemory,
            elapsed: start.duration(to: ContinuousClock().now))
    }
}
