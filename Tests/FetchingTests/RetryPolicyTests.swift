import Fetching
import Files
import Sourcing
import Testing

@Suite struct RetryPolicyTests {
    @Test func `the delay is drawn between nothing and a ceiling that doubles`() {
        let policy = RetryPolicy()
        let ceilings = (1...4).map { policy.decision(after: .timedOut(.idle), attempt: $0, jitter: .max) }
        #expect(ceilings == [500, 1000, 2000, 4000].map { .retry(after: .milliseconds($0)) })
        let halves = (1...4).map { policy.decision(after: .timedOut(.idle), attempt: $0, jitter: 1 << 63) }
        #expect(halves == [250, 500, 1000, 2000].map { .retry(after: .milliseconds($0)) })
        #expect(policy.decision(after: .timedOut(.idle), attempt: 4, jitter: 0) == .retry(after: .zero))
        #expect(policy.decision(after: .timedOut(.idle), attempt: 5, jitter: 0) == .giveUp)
    }

    @Test func `the ceiling stops growing, however many attempts there are`() {
        var policy = RetryPolicy()
        policy.maximumRetries = .max
        for attempt in [7, 8, 100, 100_000] {
            let decision = policy.decision(after: .cannotConnect, attempt: attempt, jitter: .max)
            #expect(decision == .retry(after: .seconds(30)))
        }
    }

    @Test(arguments: [
        FetchError.status(429, retryAfter: nil), .status(500, retryAfter: nil), .status(503, retryAfter: nil),
        .status(599, retryAfter: nil), .timedOut(.connecting), .timedOut(.idle), .timedOut(.whole), .cannotConnect,
        .unknownHost("h"), .connectionCut(received: 1, expected: 2),
    ])
    func `what may pass is tried again`(error: FetchError) {
        #expect(error.isTransient)
        #expect(RetryPolicy().decision(after: error, attempt: 1, jitter: .max) == .retry(after: .milliseconds(500)))
    }

    @Test(arguments: [
        FetchError.status(400, retryAfter: nil), .status(403, retryAfter: nil), .status(404, retryAfter: 5),
        .status(408, retryAfter: nil), .status(304, retryAfter: nil), .notSecure, .redirectLoop, .badAddress("x"),
        .tooManyRedirects(limit: 5), .tooLarge(bytes: 2, limit: 1), .unexpectedEncoding("gzip"), .credentialsInAddress,
    ])
    func `what will not pass is final`(error: FetchError) {
        #expect(!error.isTransient)
        #expect(RetryPolicy().decision(after: error, attempt: 1, jitter: 0) == .giveUp)
    }

    @Test(arguments: [
        FetchError.canceled, .store(.write(SystemError(number: 28))), .builtWithoutHTTP,
    ])
    func `what only another run can mend is left to it`(error: FetchError) {
        #expect(error.isTransient)
        #expect(RetryPolicy().decision(after: error, attempt: 1, jitter: 0) == .giveUp)
    }

    @Test(arguments: [(0, 500), (1, 1000), (120, 120_000)])
    func `what the server asks for is the least that is waited`(seconds: Int, milliseconds: Int) {
        let error = FetchError.status(429, retryAfter: seconds)
        let decision = RetryPolicy().decision(after: error, attempt: 1, jitter: .max)
        #expect(decision == .retry(after: .milliseconds(milliseconds)))
    }

    @Test(arguments: [121, .max]) func `who asks for too much is not waited for`(seconds: Int) {
        let error = FetchError.status(503, retryAfter: seconds)
        #expect(RetryPolicy().decision(after: error, attempt: 1, jitter: 0) == .giveUp)
    }
}

@Suite struct RetryAfterTests {
    /// The example date of RFC 9110.
    static let example = 784_111_777

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", example), ("Sunday, 06-Nov-94 08:49:37 GMT", example),
        ("Sun Nov  6 08:49:37 1994", example), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799), ("Fri, 31 Dec 2100 00:00:00 GMT", 4_133_894_400),
    ])
    func `dates are read in the three forms of HTTP`(text: String, seconds: Int) {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(arguments: [
        "", "soon", "Sun, 06 Now 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 99999999999999999999 08:49:37 GMT",
        "-, -, -, -, -, GMT", "Sun, 06 Nov 1994 :: GMT",
    ])
    func `what is no date is none`(text: String) {
        #expect(HTTPDate.seconds(text) == nil)
    }

    @Test func `Retry-After is seconds, or a date against the answer's own clock`() {
        #expect(RetryAfter.seconds("120", date: nil, now: 0) == 120)
        #expect(RetryAfter.seconds(" 7 ", date: nil, now: 0) == 7)
        #expect(RetryAfter.seconds("99999999999999999999", date: nil, now: 0) == .max)
        #expect(RetryAfter.seconds("-1", date: nil, now: 0) == nil)
        let date = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(RetryAfter.seconds(date, date: nil, now: Self.example - 30) == 30)
        #expect(RetryAfter.seconds(date, date: nil, now: Self.example + 30) == 0)
        #expect(RetryAfter.seconds(date, date: "Sun, 06 Nov 1994 08:49:27 GMT", now: 0) == 10)
    }
}
