extension RateBudget {
    /// What the header of an answer says, or `nil` when it says nothing that is understood.
    ///
    /// - `ratelimit: limit=300, remaining=274, reset=111` with `ratelimit-policy: 300;w=300`, and the newer form
    ///   `"name";r=274;t=111` with `"name";q=300;w=300` (IETF draft "RateLimit header fields", versions 7 and 8);
    /// - `x-rate-limit-limit: 1m`, which is the window, `x-rate-limit-remaining: 199`, `x-rate-limit-reset:
    ///   2026-05-08T09:09:00.0000000Z` (AspNetCoreRateLimit), counted by path;
    /// - `Retry-After`, which leaves nothing until then, whatever else is said.
    ///
    /// - Parameters:
    ///   - uptime: the clock's uptime at which the answer came.
    ///   - now: seconds since 1970, used for moments when the answer has no `Date` of its own.
    public init?(_ headers: HTTPFields, uptime: Duration, now: Int) {
        let date = headers["Date"].flatMap(HTTPDate.seconds) ?? now
        let known = RateBudget(standard: headers, uptime) ?? RateBudget(byPath: headers, uptime, date: date)
        guard let text = headers["Retry-After"], let wait = RetryAfter.seconds(text, date: headers["Date"], now: now)
        else {
            guard let known else { return nil }
            self = known
            return
        }
        self = known ?? RateBudget(scope: .host, remaining: 0, end: uptime)
        remaining = 0
        end = max(end, uptime + .seconds(wait))
    }

    private init?(standard headers: HTTPFields, _ uptime: Duration) {
        guard let text = headers["RateLimit"] else { return nil }
        let said = Self.parameters(of: text)
        guard let remaining = said["remaining"] ?? said["r"], let reset = said["reset"] ?? said["t"] else { return nil }
        let policy = Self.parameters(of: headers["RateLimit-Policy"] ?? "")
        self.init(
            scope: .host, limit: said["limit"] ?? policy["q"] ?? policy[""], window: policy["w"], remaining: remaining,
            end: uptime + .seconds(reset))
    }

    private init?(byPath headers: HTTPFields, _ uptime: Duration, date: Int) {
        guard let remaining = headers["X-Rate-Limit-Remaining"].flatMap({ Self.number($0) }),
            let reset = headers["X-Rate-Limit-Reset"].flatMap(InternetDate.sinceEpoch)
        else { return nil }
        let window = headers["X-Rate-Limit-Limit"].flatMap(Self.period)
        self.init(
            scope: .path, window: window, remaining: remaining, end: uptime + max(.zero, reset - .seconds(date)))
    }

    /// The numbers of a list such as `300;w=300`: by name, or under the empty name. Of several policies the first counts.
    private static func parameters(of text: String) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let last = sides.last, let number = number(last) else { continue }
            let name = sides.count == 2 ? sides[0].lowercased() : ""
            if numbers[name] == nil { numbers[name] = number }
        }
        return numbers
    }

    /// The seconds of a period such as `5s`, `1m`, `12h`, `7d`.
    private static func period(_ text: String) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let last = text.last, let unit = units[last], let count = number(String(text.dropLast())) else {
            return nil
        }
        let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
        return overflows ? nil : seconds
    }

    /// A number of digits only; one that is too large is as large as can be.
    private static func number(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text) ?? .max
    }
}
