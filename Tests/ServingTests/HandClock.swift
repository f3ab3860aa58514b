import Synchronization

/// A clock that goes when a test says so.
final class HandClock: Sendable {
    private let time: Atomic<Int>

    /// 2026-05-08T09:07:58Z, the moment of a recording.
    init(milliseconds: Int = 1_778_231_278_000) { time = Atomic(milliseconds) }

    var milliseconds: Int { time.load(ordering: .sequentiallyConsistent) }

    func advance(by seconds: Int) { time.add(seconds * 1000, ordering: .sequentiallyConsistent) }
}
