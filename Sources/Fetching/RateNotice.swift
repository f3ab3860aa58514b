/// What a server said of its limits, or that it is waited for, for people who watch.
public struct RateNotice: Sendable, Hashable {
    /// The server: its host, with the port where the address has one.
    public let host: String
    /// What is counted, where files and answers are counted apart.
    public let use: RequestUse?
    /// How many requests fit into one window, where the server says it.
    public let limit: Int?
    /// How many more fit into this one.
    public let remaining: Int
    /// After what time the budget comes back.
    public let resetsIn: Duration
    /// Whether a request waits for that.
    public let isWaiting: Bool

    /// A notice.
    public init(
        host: String, use: RequestUse?, limit: Int?, remaining: Int, resetsIn: Duration, isWaiting: Bool
    ) {
        self.host = host
        self.use = use
        self.limit = limit
        self.remaining = remaining
        self.resetsIn = resetsIn
        self.isWaiting = isWaiting
    }

    /// What `budget` means at `uptime`.
    init(_ budget: RateBudget, at place: RateLedger.Place, uptime: Duration, isWaiting: Bool) {
        self.init(
            host: place.authority, use: place.use, limit: budget.limit, remaining: budget.remaining,
            resetsIn: max(.zero, budget.end - uptime), isWaiting: isWaiting)
    }
}
