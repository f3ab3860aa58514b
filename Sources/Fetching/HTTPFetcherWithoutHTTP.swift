#if !Remote
    public import Sourcing

    /// What stands for the fetcher in a build without HTTP: every fetch fails and says why.
    public final class HTTPFetcher: ByteFetcher {
        /// A fetcher that fetches nothing.
        public init(
            options: FetchOptions = FetchOptions(), clock: FetchClock = .system, resolver: HostResolver = .system,
            report: @escaping @Sendable (RateNotice) -> Void = { _ in }
        ) {}

        /// Fails with `builtWithoutHTTP`.
        public func fetch(
            _ item: SourceItem, into folder: String, unless version: FileVersion?
        ) async -> Result<FetchedContent, FetchFailure> {
            .failure(FetchError.builtWithoutHTTP.failure(attempts: 0))
        }

        /// Fails with `builtWithoutHTTP`.
        public func fetch(_ url: String, into folder: String) async throws(FetchError) -> FetchedFile {
            throw .builtWithoutHTTP
        }

        /// Fails with `builtWithoutHTTP`.
        public func get(_ url: String, limit: Int = 4 << 20) async throws(FetchError) -> HTTPAnswer {
            throw .builtWithoutHTTP
        }
    }
#endif
