/// A fixed amount of something scarce, such as bytes of memory, that is lent in the order in which it was asked for.
///
/// Whoever wants more than there is at all is served alone, when everything else was given back: a picture larger than
/// the ceiling is slow, never stuck. Serving in order keeps small requests from starving a large one.
public final class Credits: Sendable {
    private struct State {
        var lent = 0
        var peak = 0
        var nextNumber = 0
        var served = 0
    }

    /// What can be lent at once.
    public let total: Int
    private let monitor = Monitor(State())

    /// `total` credits, none of them lent.
    ///
    /// - Precondition: `total` is positive.
    public init(total: Int) {
        precondition(total > 0, "\(total) credits cannot admit anything")
        self.total = total
    }

    /// Borrows `amount`, waiting until it is this caller's turn and there is enough.
    public func acquire(_ amount: Int) {
        precondition(amount >= 0, "cannot borrow \(amount)")
        let number = monitor.change { state in
            defer { state.nextNumber += 1 }
            return state.nextNumber
        }
        monitor.wait(until: { $0.served == number && ($0.lent == 0 || $0.lent + amount <= total) }) { state in
            state.served += 1
            state.lent += amount
            state.peak = max(state.peak, state.lent)
        }
    }

    /// Gives `amount` back.
    public func release(_ amount: Int) {
        monitor.change { state in
            precondition(amount <= state.lent, "gave back \(amount) of \(state.lent) lent")
            state.lent -= amount
        }
    }

    /// What is lent now.
    public var lent: Int { monitor.read { $0.lent } }

    /// What was lent at most at one time.
    public var peak: Int { monitor.read { $0.peak } }

    /// How many callers wait for their turn.
    public var waiting: Int { monitor.read { $0.nextNumber - $0.served } }
}
