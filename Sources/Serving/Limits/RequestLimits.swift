/// Counts requests by who sends them and what they are for.
actor RequestLimits {
    /// What is counted apart.
    struct Account: Sendable, Hashable {
        let client: String
        let purpose: String
    }

    private struct Count {
        var requests: Int
        let end: Int
    }

    private var counts: [Account: Count] = [:]
    /// Memory for addresses that are made up is bounded: at this many accounts those whose time is over are dropped.
    private static let maximumAccounts = 20_000

    /// Counts one request at `now`, in milliseconds since 1970.
    func take(_ account: Account, _ window: FixedWindow, at now: Int) -> FixedWindow.Standing {
        if counts.count >= Self.maximumAccounts, counts[account] == nil { makeRoom(at: now) }
        var count = counts[account] ?? Count(requests: 0, end: window.end(of: now))
        if count.end <= now { count = Count(requests: 0, end: window.end(of: now)) }
        // What is refused is not counted: who waits as told is let in.
        let remaining = window.limit - count.requests - 1
        if remaining >= 0 { count.requests += 1 }
        counts[account] = count
        return FixedWindow.Standing(remaining: max(-1, remaining), end: count.end)
    }

    private func makeRoom(at now: Int) {
        counts = counts.filter { $0.value.end > now }
        if counts.count >= Self.maximumAccounts { counts = [:] }
    }
}
