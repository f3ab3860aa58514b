internal import Randomness

/// Decides whether and when a failed fetch is tried again; waits for nothing itself.
///
/// Exponential backoff with full jitter: the delay is drawn evenly between nothing and a ceiling that doubles with
/// every attempt. Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015. What the server
/// asks for in `Retry-After` is the least that is waited; when it asks for more than a run should wait, the fetch ends.
public struct RetryPolicy: Sendable, Hashable {
    /// What to do next.
    public enum Decision: Sendable, Hashable {
        /// Try again after this time.
        case retry(after: Duration)
        /// Report the failure.
        case giveUp
    }

    /// How many attempts follow the first.
    public var maximumRetries = 4
    /// The ceiling of the first delay.
    public var firstDelay: Duration = .milliseconds(500)
    /// The highest ceiling.
    public var maximumDelay: Duration = .seconds(30)
    /// The longest wait that a server may ask for.
    public var maximumRetryAfter: Duration = .seconds(120)

    /// The defaults: 4 retries within 7.5 s in the middle.
    public init() {}

    /// What follows a failed attempt.
    ///
    /// - Parameters:
    ///   - attempt: which one failed, counted from 1.
    ///   - jitter: a random number, of which the whole range is used.
    public func decision(after error: FetchError, attempt: Int, jitter: UInt64) -> Decision {
        precondition(attempt > 0, "attempt \(attempt) is none")
        guard error.isTransient, attempt <= maximumRetries else { return .giveUp }
        switch error {
        // These may pass, but not by waiting a little.
        case .canceled, .store, .builtWithoutHTTP, .budgetSpent: return .giveUp
        default: break
        }
        let delay = delay(beforeAttempt: attempt + 1, jitter: jitter)
        guard let seconds = error.retryAfter else { return .retry(after: delay) }
        let asked = Duration.seconds(seconds)
        return asked > maximumRetryAfter ? .giveUp : .retry(after: max(asked, delay))
    }

    /// Between nothing and the attempt's ceiling, in whole milliseconds.
    private func delay(beforeAttempt attempt: Int, jitter: UInt64) -> Duration {
        var ceiling = firstDelay
        for _ in 0..<min(attempt - 2, 62) where ceiling < maximumDelay { ceiling *= 2 }
        let milliseconds = max(0, min(ceiling, maximumDelay) / .milliseconds(1))
        return .milliseconds(Int64(jitter.multipliedFullWidth(by: UInt64(milliseconds) + 1).high))
    }
}

/// Random numbers that depend on what they are for and not on the order in which they are drawn.
enum Jitter {
    /// The number for one attempt at one address.
    static func value(seed: UInt64, address: String, attempt: Int) -> UInt64 {
        SplitMix64.mixed(FNV1a.hash(address) ^ seed &+ UInt64(attempt) &* 0x9E37_79B9_7F4A_7C15)
    }
}
