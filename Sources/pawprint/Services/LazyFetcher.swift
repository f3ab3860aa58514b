import Fetching
import ImageAPIs
import Sourcing

/// Makes the HTTP client when the first URL comes: most runs have none, and threads and TLS cost time to start.
///
/// Files and answers of services go through one client, so that they share what is known of each server.
actor LazyFetcher: ByteFetcher, APITransport {
    private let options: FetchOptions
    private let report: @Sendable (RateNotice) -> Void
    private var fetcher: HTTPFetcher?

    /// A fetcher with these options; no connection yet.
    init(_ options: FetchOptions, report: @escaping @Sendable (RateNotice) -> Void) {
        self.options = options
        self.report = report
    }

    nonisolated func fetch(
        _ item: SourceItem, into folder: String, unless version: FileVersion?
    ) async -> Result<FetchedContent, FetchFailure> {
        await client().fetch(item, into: folder, unless: version)
    }

    nonisolated func get(_ url: String, limit: Int) async throws(FetchError) -> HTTPAnswer {
        try await client().get(url, limit: limit)
    }

    private func client() -> HTTPFetcher {
        if let fetcher { return fetcher }
        let made = HTTPFetcher(options: options, report: report)
        fetcher = made
        return made
    }
}
