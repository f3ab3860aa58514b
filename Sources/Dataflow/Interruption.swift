internal import Synchronization

/// A wish to stop that the source looks at before each item: what is under way is finished, nothing new begins.
public final class Interruption: Sendable {
    private let signal = Atomic<Int32>(0)

    /// Nobody wishes to stop yet.
    public init() {}

    /// The signal that asked for the stop, or `nil`.
    public var requested: Int32? {
        let number = signal.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// Asks to stop, because of a signal with this `number`. The first wish counts.
    public func request(signal number: Int32) {
        _ = signal.compareExchange(expected: 0, desired: number, ordering: .relaxed)
    }
}
