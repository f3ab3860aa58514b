internal import Synchronization

/// A wish to stop that the source looks at before each item: what is under way is finished, nothing new begins.
///
/// Whoever waits for something that may take long, such as a server, says with `whenRequested` how it is woken.
public final class Interruption: Sendable {
    private let signal = Atomic<Int32>(0)
    private let waiting = Monitor(Actions())

    /// What is to be done when the stop is asked for, by number.
    private struct Actions {
        var byNumber: [Int: @Sendable () -> Void] = [:]
        var nextNumber = 0
    }

    /// Nobody wishes to stop yet.
    public init() {}

    /// The signal that asked for the stop, or `nil`.
    public var requested: Int32? {
        let number = signal.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }

    /// Asks to stop, because of a signal with this `number`. The first wish counts.
    public func request(signal number: Int32) {
        _ = signal.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
        runActions()
    }

    /// Runs `action` once when the stop is asked for, on the thread that asks; at once if it was.
    ///
    /// - Returns: the number under which `forget` knows the action.
    @discardableResult
    public func whenRequested(_ action: @escaping @Sendable () -> Void) -> Int {
        let number = waiting.change { actions in
            defer { actions.nextNumber += 1 }
            actions.byNumber[actions.nextNumber] = action
            return actions.nextNumber
        }
        if requested != nil { runActions() }
        return number
    }

    /// Takes back the action with this number, if it has not begun.
    public func forget(_ number: Int) {
        waiting.change { $0.byNumber[number] = nil }
    }

    /// Whoever takes an action off the list runs it, so that each runs once, outside the lock.
    private func runActions() {
        let taken = waiting.change { actions in
            defer { actions.byNumber = [:] }
            return actions.byNumber
        }
        for (_, action) in taken { action() }
    }
}
