import Fetching
import Testing

@Suite struct RateBudgetTests {
    private static let uptime = Duration.seconds(1000)
    /// 2026-05-08T09:07:58Z.
    private static let now = 1_778_231_278

    private func budget(_ headers: HTTPFields) -> RateBudget? {
        RateBudget(headers, uptime: Self.uptime, now: Self.now)
    }

    @Test(
        arguments: [
            (
                ["ratelimit": "limit=300, remaining=274, reset=111", "ratelimit-policy": "300;w=300"],
                .init(scope: .host, limit: 300, window: 300, remaining: 274, end: .seconds(1111))
            ),
            (
                ["RateLimit": "limit=300,remaining=0,reset=0"],
                .init(scope: .host, limit: 300, remaining: 0, end: .seconds(1000))
            ),
            (
                ["RateLimit": "\"api\";r=5;t=30", "RateLimit-Policy": "\"api\";q=100;w=60, \"day\";q=9;w=86400"],
                .init(scope: .host, limit: 100, window: 60, remaining: 5, end: .seconds(1030))
            ),
            (
                [
                    "x-rate-limit-limit": "1m", "x-rate-limit-remaining": "199",
                    "x-rate-limit-reset": "2026-05-08T09:08:00.0000000Z",
                ], .init(scope: .path, window: 60, remaining: 199, end: .seconds(1002))
            ),
            // The answer's own clock is five seconds ahead of this machine's.
            (
                [
                    "x-rate-limit-limit": "12h", "x-rate-limit-remaining": "0",
                    "x-rate-limit-reset": "2026-05-08T09:08:10.5000000Z", "Date": "Fri, 08 May 2026 09:08:03 GMT",
                ], .init(scope: .path, window: 43_200, remaining: 0, end: .milliseconds(1_007_500))
            ),
            // A window that is over already.
            (
                ["x-rate-limit-remaining": "7", "x-rate-limit-reset": "2026-05-08T09:00:00Z"],
                .init(scope: .path, remaining: 7, end: .seconds(1000))
            ),
            (["Retry-After": "17"], .init(scope: .host, remaining: 0, end: .seconds(1017))),
            (
                ["Retry-After": "Fri, 08 May 2026 09:08:08 GMT", "RateLimit": "limit=3, remaining=2, reset=5"],
                .init(scope: .host, limit: 3, remaining: 0, end: .seconds(1010))
            ),
            (
                [
                    "Retry-After": "1", "x-rate-limit-remaining": "3",
                    "x-rate-limit-reset": "2026-05-08T09:08:00.0000000Z",
                ], .init(scope: .path, remaining: 0, end: .seconds(1002))
            ),
        ] as [(HTTPFields, RateBudget)])
    func `headers are read`(headers: HTTPFields, expected: RateBudget) {
        #expect(budget(headers) == expected)
    }

    @Test(
        arguments: [
            [:], ["RateLimit": "unlimited"], ["RateLimit": "limit=3, remaining=-1, reset=5"],
            ["RateLimit": "limit=3, remaining=1"], ["x-rate-limit-limit": "1m", "x-rate-limit-remaining": "199"],
            ["x-rate-limit-remaining": "199", "x-rate-limit-reset": "soon"], ["Retry-After": "soon"],
        ] as [HTTPFields])
    func `what is not understood is nothing`(headers: HTTPFields) {
        #expect(budget(headers) == nil)
    }

    @Test func `numbers that are too large are large`() {
        let huge = budget(["RateLimit": "limit=3, remaining=99999999999999999999, reset=1"])
        #expect(huge?.remaining == .max)
        #expect(budget(["RateLimit": "remaining=0, reset=99999999999999999999"]) != nil)
    }

    @Test(
        arguments: [
            (1, 50, .go), (0, 49, .wait(until: .seconds(50))), (0, 50, .go), (0, 51, .go), (9, 51, .go),
        ] as [(Int, Int, RateBudget.Decision)])
    func `a request goes or waits`(remaining: Int, uptime: Int, decision: RateBudget.Decision) {
        let budget = RateBudget(scope: .host, remaining: remaining, end: .seconds(50))
        #expect(budget.decision(at: .seconds(uptime)) == decision)
    }
}

@Suite struct RateLedgerTests {
    private func place(_ path: String, _ use: RequestUse = .metadata, _ host: String = "h") -> RateLedger.Place {
        RateLedger.Place(authority: host, path: path, use: use)
    }

    private func spent(_ scope: RateBudget.Scope) -> RateBudget {
        RateBudget(scope: scope, remaining: 0, end: .seconds(60))
    }

    @Test func `nobody waits before a server says something`() {
        var ledger = RateLedger()
        #expect(ledger.decision(for: place("/a"), at: .zero) == .go)
    }

    @Test func `a host is counted as a whole, its files apart`() {
        var ledger = RateLedger()
        ledger.note(spent(.host), for: place("/api/a"))
        #expect(ledger.decision(for: place("/api/b"), at: .seconds(1)) == .wait(until: .seconds(60)))
        #expect(ledger.decision(for: place("/api/b", .file), at: .seconds(1)) == .go)
        #expect(ledger.decision(for: place("/api/b", .metadata, "other"), at: .seconds(1)) == .go)
        #expect(ledger.decision(for: place("/api/b"), at: .seconds(60)) == .go)
    }

    @Test func `a path is counted by itself, files by their folder`() {
        var ledger = RateLedger()
        ledger.note(spent(.path), for: place("/neko"))
        ledger.note(spent(.path), for: place("/neko/1.png", .file))
        #expect(ledger.decision(for: place("/neko"), at: .seconds(1)) == .wait(until: .seconds(60)))
        #expect(ledger.decision(for: place("/waifu"), at: .seconds(1)) == .go)
        #expect(ledger.decision(for: place("/neko/2.png", .file), at: .seconds(1)) == .wait(until: .seconds(60)))
        #expect(ledger.decision(for: place("/waifu/2.png", .file), at: .seconds(1)) == .go)
    }

    @Test func `what is under way is counted already`() {
        var ledger = RateLedger()
        ledger.note(RateBudget(scope: .host, remaining: 3, end: .seconds(60)), for: place("/"))
        let decisions = (0..<5).map { _ in ledger.decision(for: place("/"), at: .seconds(1)) }
        #expect(decisions == [.go, .go, .go, .wait(until: .seconds(60)), .wait(until: .seconds(60))])
        // The answer to the first does not know of the others.
        ledger.note(RateBudget(scope: .host, remaining: 2, end: .seconds(61)), for: place("/"))
        #expect(ledger.budget(of: place("/"), .host)?.remaining == 0)
        // A new window does.
        ledger.note(RateBudget(scope: .host, remaining: 2, end: .seconds(120)), for: place("/"))
        #expect(ledger.budget(of: place("/"), .host)?.remaining == 2)
    }

    @Test func `of two budgets the later end counts, and neither is spent while it is waited for`() {
        var ledger = RateLedger()
        ledger.note(RateBudget(scope: .host, remaining: 5, end: .seconds(90)), for: place("/a"))
        ledger.note(spent(.path), for: place("/a"))
        #expect(ledger.decision(for: place("/a"), at: .seconds(1)) == .wait(until: .seconds(60)))
        #expect(ledger.budget(of: place("/a"), .host)?.remaining == 5)
        #expect(ledger.decision(for: place("/a"), at: .seconds(60)) == .go)
        #expect(ledger.budget(of: place("/a"), .host)?.remaining == 4)
    }
}

@Suite struct InternetDateTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", .zero), ("2026-05-08T09:09:00.0000000Z", .seconds(1_778_231_340)),
            ("2026-05-08T09:09:00.2500000Z", .milliseconds(1_778_231_340_250)),
            ("2026-05-08t11:09:00+02:00", .seconds(1_778_231_340)),
            ("2026-05-08 08:39:00-00:30", .seconds(1_778_231_340)),
            (
                "2000-02-29T23:59:60.123456789012345678999z",
                .seconds(951_868_800) + Duration(secondsComponent: 0, attosecondsComponent: 123_456_789_012_345_678)
            ),
        ] as [(String, Duration)])
    func `moments are read with any number of digits`(text: String, since: Duration) {
        #expect(InternetDate.sinceEpoch(text) == since)
    }

    @Test(arguments: [
        "", "soon", "2026-05-08", "2026-05-08T09:09:00", "2026-05-08T09:09:00.Z", "2026-13-08T09:09:00Z",
        "2026-05-08T24:09:00Z", "2026-05-08T09:09:00Zulu", "2026-05-08T09:09:00+2:00", "２026-05-08T09:09:00Z",
        "2026-05-08T09:09:00.١Z",
    ])
    func `what is no moment is none`(text: String) {
        #expect(InternetDate.sinceEpoch(text) == nil)
    }
}
