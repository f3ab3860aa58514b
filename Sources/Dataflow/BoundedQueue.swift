internal import DequeModule

/// A first-in, first-out queue between two stages that makes a fast producer wait for a slow consumer.
///
/// Waiting blocks the calling thread, so both ends belong on Dispatch queues of their own.
public final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        var waiting: Deque<Element> = []
        var isClosed = false
        var peak = 0
    }

    /// How many elements may wait.
    public let capacity: Int
    private let monitor = Monitor(State())

    /// An open, empty queue.
    ///
    /// - Precondition: `capacity` is at least 1.
    public init(capacity: Int) {
        precondition(capacity >= 1, "a queue of capacity \(capacity) can pass nothing on")
        self.capacity = capacity
    }

    /// Appends `element`, waiting while the queue is full. Returns `false`, and drops it, if the queue is closed.
    @discardableResult
    public func push(_ element: Element) -> Bool {
        // Whoever waits to pop has found it empty, and is woken by the first element that comes.
        monitor.wait(until: { $0.waiting.count < capacity || $0.isClosed }, waking: { $0.waiting.count == 1 }) {
            state in
            guard !state.isClosed else { return false }
            state.waiting.append(element)
            state.peak = max(state.peak, state.waiting.count)
            return true
        }
    }

    /// Removes the oldest element, waiting while there is none. Returns `nil` once the queue is closed and empty.
    ///
    /// Whoever waits to push is woken when half of the queue is free: to be woken for each element costs a small picture a
    /// twentieth of its time.
    public func pop() -> Element? {
        monitor.wait(
            until: { !$0.waiting.isEmpty || $0.isClosed }, waking: { $0.waiting.count == capacity / 2 }
        ) { $0.waiting.popFirst() }
    }

    /// Ends the input: what waits can still be taken, nothing more can be added.
    public func close() {
        monitor.change { $0.isClosed = true }
    }

    /// How many elements wait now.
    public var depth: Int { monitor.read { $0.waiting.count } }

    /// How many elements waited at most.
    public var peakDepth: Int { monitor.read { $0.peak } }
}
