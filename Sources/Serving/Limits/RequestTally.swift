internal import Foundation

/// Counts requests as the services do, and says so in the header.
struct RequestTally: Sendable {
    /// What counting a request came to.
    struct Entry: Sendable {
        /// Whether it is one too many.
        let isExceeded: Bool
        /// What the header says of it.
        let fields: [ServedAnswer.Field]
    }

    /// 300 requests of the API, 600 of the CDN in five minutes, for each address.
    private static let nekosiaAPI = FixedWindow(limit: 300, length: 300_000, start: .request)
    private static let nekosiaCDN = FixedWindow(limit: 600, length: 300_000, start: .request)
    /// 200 a minute for each path, and 7 searches in five seconds, of which the header does not speak.
    private static let nekosBestPath = FixedWindow(limit: 200, length: 60_000, start: .clock)
    private static let nekosBestSearch = FixedWindow(limit: 7, length: 5_000, start: .clock)

    private let clock: ServeClock
    private let categories: NekosBestCategories
    private let limits = RequestLimits()

    init(clock: ServeClock, categories: NekosBestCategories) {
        self.clock = clock
        self.categories = categories
    }

    func count(_ request: ServedRequest, _ target: RequestTarget, _ dialect: Dialect) async -> Entry {
        switch dialect {
        case .nekosia: await nekosia(request, isFile: target.path.first == "images")
        case .nekosBest: await nekosBest(request, target.path.dropFirst(2))
        }
    }

    private func nekosia(_ request: ServedRequest, isFile: Bool) async -> Entry {
        let now = clock.now()
        let window = isFile ? Self.nekosiaCDN : Self.nekosiaAPI
        let account = RequestLimits.Account(client: request.client, purpose: isFile ? "cdn" : "api")
        let standing = await limits.take(account, window, at: now)
        let (remaining, reset) = (max(0, standing.remaining), standing.seconds(from: now))
        var fields = [
            ServedAnswer.Field(
                name: "ratelimit", value: "limit=\(window.limit), remaining=\(remaining), reset=\(reset)"),
            ServedAnswer.Field(name: "ratelimit-policy", value: "\(window.limit);w=\(window.length / 1000)"),
        ]
        if standing.isExceeded { fields.append(Self.retryAfter(reset)) }
        return Entry(isExceeded: standing.isExceeded, fields: fields)
    }

    private func nekosBest(_ request: ServedRequest, _ path: ArraySlice<String>) async -> Entry {
        let now = clock.now()
        let account = RequestLimits.Account(client: request.client, purpose: purpose(of: path))
        var standing = await limits.take(account, Self.nekosBestPath, at: now)
        let minute = Date(timeIntervalSince1970: Double(standing.end / 1000)).formatted(.iso8601)
        var fields = [
            ServedAnswer.Field(name: "x-rate-limit-limit", value: "1m"),
            ServedAnswer.Field(name: "x-rate-limit-remaining", value: "\(max(0, standing.remaining))"),
            // Seven digits, as the service writes them.
            ServedAnswer.Field(name: "x-rate-limit-reset", value: "\(minute.dropLast()).0000000Z"),
        ]
        if path == ["search"], !standing.isExceeded {
            let burst = RequestLimits.Account(client: request.client, purpose: "v2 burst of searches")
            standing = await limits.take(burst, Self.nekosBestSearch, at: now)
        }
        if standing.isExceeded { fields.append(Self.retryAfter(standing.seconds(from: now))) }
        return Entry(isExceeded: standing.isExceeded, fields: fields)
    }

    /// What a path is counted with. Only names that exist have accounts: others would fill the memory.
    private func purpose(of path: ArraySlice<String>) -> String {
        guard let name = path.first else { return "v2" }
        guard CategoryRule.reserved.contains(name) || categories.pictures[name] != nil else { return "v2 unknown" }
        return path.count > 1 ? "v2 files \(name)" : "v2 \(name)"
    }

    private static func retryAfter(_ seconds: Int) -> ServedAnswer.Field {
        ServedAnswer.Field(name: "retry-after", value: "\(seconds)")
    }
}
