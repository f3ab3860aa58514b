import Fetching
import Synchronization

/// A clock that goes on only when somebody waits: tests never do.
final class ScriptedClock: Sendable {
    private struct State {
        var uptime: Duration = .zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    /// How far the clock goes on each time that it is read.
    private let step: Duration
    /// Seconds since 1970, which stand still.
    private let now: Int

    init(now: Int = 1_000_000_000, step: Duration = .zero) {
        self.now = now
        self.step = step
    }

    /// How long was waited, each time.
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    var clock: FetchClock {
        FetchClock(
            now: { self.now },
            uptime: {
                self.state.withLock {
                    $0.uptime += self.step
                    return $0.uptime
                }
            },
            sleep: { duration throws(CancellationError) in
                if Task.isCancelled { throw CancellationError() }
                self.state.withLock {
                    $0.sleeps.append(duration)
                    $0.uptime += duration
                }
            })
    }
}
