/// How files are fetched: limits, times, politeness.
public struct FetchOptions: Sendable, Hashable {
    /// The most bytes a file may have.
    public var maximumBytes = 64 << 20
    /// The longest time to reach a server, TLS included.
    public var connectTimeout: Duration = .seconds(10)
    /// The longest time without a byte, once a request is sent.
    public var idleTimeout: Duration = .seconds(30)
    /// The longest time for one request, from when it is sent to the last byte.
    public var wholeTimeout: Duration = .seconds(300)
    /// How many redirects are followed in one attempt.
    public var maximumRedirects = 5
    /// How many requests may be open to one host at a time, at least 1.
    public var requestsPerHost = 4
    /// The shortest time from one request to the next at one host.
    public var interval: Duration = .zero
    /// The longest wait for a server's budget of requests to come back.
    public var maximumBudgetWait: Duration = .seconds(600)
    /// When to try again.
    public var retry = RetryPolicy()
    /// Who asks, as `UserAgent` writes it.
    public var userAgent = "pawprint"
    /// The seed of the retries' jitter.
    public var seed: UInt64 = 0

    /// The defaults.
    public init() {}
}
