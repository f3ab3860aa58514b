internal import Foundation

/// What fetching needs of time, so that tests can have their own.
public struct FetchClock: Sendable {
    /// Seconds since 1970.
    public let now: @Sendable () -> Int
    /// The time since some moment, which never goes backwards.
    public let uptime: @Sendable () -> Duration
    /// Waits this long, or until the task is canceled.
    public let sleep: @Sendable (Duration) async throws(CancellationError) -> Void

    /// A clock of these three.
    public init(
        now: @escaping @Sendable () -> Int, uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
    }

    /// The machine's clock.
    public static var system: FetchClock {
        let start = ContinuousClock.now
        return FetchClock(
            now: { Int(Date().timeIntervalSince1970) },
            uptime: { start.duration(to: .now) },
            sleep: { duration throws(CancellationError) in
                // Its only failure is that the task was canceled.
                do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
            })
    }
}
