/// How many requests a server still takes, and until when, as its last answer said; waits for nothing itself.
public struct RateBudget: Sendable, Hashable {
    /// What is counted together.
    public enum Scope: Sendable, Hashable {
        /// All requests to the host.
        case host
        /// The requests to one path.
        case path
    }

    /// Whether a request may be sent.
    public enum Decision: Sendable, Hashable {
        /// Send it.
        case go
        /// Not before this uptime.
        case wait(until: Duration)
    }

    /// What is counted together.
    public var scope: Scope
    /// How many requests fit into one window, where the server says it.
    public var limit: Int?
    /// The length of a window in seconds, where the server says it.
    public var window: Int?
    /// How many more requests fit into this window, at least 0.
    public var remaining: Int
    /// The uptime at which the budget comes back.
    public var end: Duration

    /// A budget.
    public init(scope: Scope, limit: Int? = nil, window: Int? = nil, remaining: Int, end: Duration) {
        self.scope = scope
        self.limit = limit
        self.window = window
        self.remaining = remaining
        self.end = end
    }

    /// Whether a request may be sent at `uptime`, on the clock that the budget was made with.
    public func decision(at uptime: Duration) -> Decision {
        remaining > 0 || end <= uptime ? .go : .wait(until: end)
    }
}
