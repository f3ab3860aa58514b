public import Fetching

/// Brings the answers of services; the one thing here that touches a network, so that tests can be it.
public protocol APITransport: Sendable {
    /// What the server answers to a request for `url`, whatever its status; waits, retries and obeys limits by itself.
    ///
    /// - Parameter limit: the most bytes that the body may have.
    func get(_ url: String, limit: Int) async throws(FetchError) -> HTTPAnswer
}

extension HTTPFetcher: APITransport {}
