import Fetching
import Sourcing

/// Makes the HTTP client when the first URL comes: most runs have none, and threads and TLS cost time to start.
actor LazyFetcher: ByteFetcher {
    private let options: FetchOptions
    private var fetcher: HTTPFetcher?

    /// A fetcher with these options; no connection yet.
    init(_ options: FetchOptions) { self.options = options }

    nonisolated func fetch(_ item: SourceItem, into folder: String) async -> Result<FetchedFile, FetchFailure> {
        await client().fetch(item, into: folder)
    }

    private func client() -> HTTPFetcher {
        if let fetcher { return fetcher }
        let made = HTTPFetcher(options: options)
        fetcher = made
        return made
    }
}
