internal import Foundation

/// A value behind the only lock of the program, with waiting for it to change.
///
/// The lock is an `NSCondition`: ThreadSanitizer understands it on Linux, where it reports false races for
/// `Synchronization.Mutex`. Waiting blocks the calling thread, so it belongs on Dispatch queues of one's own, never on
/// the cooperative pool. `@unchecked` holds because what varies is touched with the lock held and nowhere else.
package final class Monitor<State>: @unchecked Sendable {
    private let condition = NSCondition()
    private var state: State
    /// How many wait.
    private var sleepers = 0

    /// Guards `state`.
    package init(_ state: sending State) { self.state = state }

    /// Looks at the state.
    package func read<Answer>(_ look: (State) -> Answer) -> Answer {
        condition.lock()
        defer { condition.unlock() }
        return look(state)
    }

    /// Changes the state and wakes whoever waits for it.
    package func change<Answer>(_ change: (inout State) -> Answer) -> Answer {
        wait(until: { _ in true }, then: change)
    }

    /// Waits until `isReady`, then changes the state and wakes whoever waits for it.
    ///
    /// - Parameter matters: Whether the changed state may be what somebody waits for; if not, nobody is woken.
    package func wait<Answer>(
        until isReady: (State) -> Bool, waking matters: (State) -> Bool = { _ in true },
        then change: (inout State) -> Answer
    ) -> Answer {
        condition.lock()
        defer { condition.unlock() }
        while !isReady(state) {
            sleepers += 1
            condition.wait()
            sleepers -= 1
        }
        let answer = change(&state)
        if sleepers > 0 && matters(state) { condition.broadcast() }
        return answer
    }
}
