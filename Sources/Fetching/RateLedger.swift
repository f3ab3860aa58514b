/// The budgets of all servers that were met; decides whether a request may go, and waits for nothing itself.
///
/// What is asked as metadata and what is fetched as files are counted apart, as services do with their API and their
/// CDN, also where both stand on one host.
public struct RateLedger: Sendable {
    /// Where a request goes, as far as servers count it.
    public struct Place: Sendable, Hashable {
        let authority: String
        let path: String
        let use: RequestUse

        /// A request for `use` to the path at `authority`, a host with its port. A file is counted with all others of
        /// its folder: no file is asked for often enough to have a budget of its own.
        public init(authority: String, path: String, use: RequestUse) {
            self.authority = authority
            self.path =
                use == .file ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : path
            self.use = use
        }
    }

    private struct Account: Hashable {
        let authority: String
        let use: RequestUse
        /// `nil` for all paths of the host.
        let path: String?

        init(_ place: Place, _ scope: RateBudget.Scope) {
            (authority, use) = (place.authority, place.use)
            path = scope == .path ? place.path : nil
        }
    }

    /// Ends that differ by less are the same window, told by answers of different age, in whole seconds.
    private static let sameWindow = Duration.seconds(2)

    private var budgets: [Account: RateBudget] = [:]

    /// A ledger without entries.
    public init() {}

    /// Whether a request may be sent at `uptime`. Where it may, it is counted at once, so that those that are still
    /// under way do not spend the same budget twice.
    public mutating func decision(for place: Place, at uptime: Duration) -> RateBudget.Decision {
        let accounts = [Account(place, .host), Account(place, .path)]
        var latest: Duration?
        for account in accounts {
            guard let budget = budgets[account] else { continue }
            if budget.end <= uptime { budgets[account] = nil }
            if case .wait(let end) = budget.decision(at: uptime) { latest = max(latest ?? end, end) }
        }
        if let latest { return .wait(until: latest) }
        for account in accounts { budgets[account]?.remaining -= 1 }
        return .go
    }

    /// Takes over what an answer from there said. Within one window nothing comes back: an answer does not know of the
    /// requests that were sent after its own.
    public mutating func note(_ budget: RateBudget, for place: Place) {
        let account = Account(place, budget.scope)
        var noted = budget
        if let known = budgets[account], abs(known.end - budget.end) < Self.sameWindow {
            noted.remaining = min(known.remaining, budget.remaining)
        }
        budgets[account] = noted
    }

    /// What is known of the budget of a host or path, for people.
    public func budget(of place: Place, _ scope: RateBudget.Scope) -> RateBudget? { budgets[Account(place, scope)] }

    private func abs(_ difference: Duration) -> Duration { difference < .zero ? .zero - difference : difference }
}
