#if Remote
    internal import AsyncHTTPClient
    internal import Dispatch
    internal import NIOCore
    public import Sourcing

    /// Fetches files and answers over HTTP, with limits, retries and good manners.
    ///
    /// One fetcher serves a whole run, from any number of tasks. It runs on the client's own threads and writes to disk
    /// in pieces; nobody's queue is blocked. The client is shut down when the fetcher is released.
    public final class HTTPFetcher: ByteFetcher {
        private let options: FetchOptions
        private let clock: FetchClock
        private let client: HTTPClient
        private let gate: HostGate
        private let transfer: HTTPTransfer

        /// A fetcher with its own connections.
        ///
        /// - Parameter report: told what servers say of their limits, from any thread.
        public init(
            options: FetchOptions = FetchOptions(), clock: FetchClock = .system, resolver: HostResolver = .system,
            report: @escaping @Sendable (RateNotice) -> Void = { _ in }
        ) {
            self.options = options
            self.clock = clock
            client = HTTPClient(configuration: HTTPFetcher.configuration(options))
            gate = HostGate(limit: options.requestsPerHost, interval: options.interval)
            transfer = HTTPTransfer(
                client: client, options: options, clock: clock, gate: gate, resolver: resolver, report: report)
        }

        deinit {
            // Keeps the client alive until it is done; what it says then helps nobody.
            client.shutdown { _ in }
        }

        /// Writes what is at the item's URL to a new file in `folder`, if it is another version than is here.
        public func fetch(
            _ item: SourceItem, into folder: String, unless version: FileVersion?
        ) async -> Result<FetchedContent, FetchFailure> {
            guard case .url(let url) = item.locator else {
                return .failure(FetchError.notAnAddress.failure(attempts: 0))
            }
            // What is too large by the source's own word is not asked for.
            if let bytes = item.declared?.bytes, bytes > options.maximumBytes {
                return .failure(FetchError.tooLarge(bytes: bytes, limit: options.maximumBytes).failure(attempts: 0))
            }
            let (outcome, attempts) = await save(url, into: folder, unless: version)
            return outcome.mapError { $0.failure(attempts: attempts) }
        }

        /// Writes what is at `url` to a new file in `folder`; a failure is what the last attempt met.
        public func fetch(_ url: String, into folder: String) async throws(FetchError) -> FetchedFile {
            switch try await save(url, into: folder, unless: nil).outcome.get() {
            case .file(let file): return file
            case .unchanged: throw .status(304, retryAfter: nil)
            }
        }

        /// What the server answers to a request for `url`, behind all redirects, whatever its status.
        ///
        /// - Parameter limit: the most bytes that the body may have.
        /// - Throws: what the last attempt met. Statuses that may pass (429 and 5xx) are tried again and thrown at the
        ///   end; of all others it is the caller's to say what they mean.
        public func get(_ url: String, limit: Int = 4 << 20) async throws(FetchError) -> HTTPAnswer {
            let transfer = transfer
            return try await attemptUntilDone(url) { (address) async throws(FetchError) in
                try await transfer.answer(at: address, limit: limit)
            }.outcome.get()
        }

        private func save(
            _ url: String, into folder: String, unless version: FileVersion?
        ) async -> (outcome: Result<FetchedContent, FetchError>, attempts: Int) {
            let transfer = transfer
            let (outcome, attempts) = await attemptUntilDone(url) { (address) async throws(FetchError) in
                try await transfer.file(at: address, into: folder, unless: version)
            }
            let counted = outcome.map { content in
                guard case .file(var file) = content else { return content }
                file.attempts = attempts
                return .file(file)
            }
            return (counted, attempts)
        }

        private func attemptUntilDone<Value: Sendable>(
            _ url: String, _ attemptOnce: @Sendable (WebAddress) async throws(FetchError) -> Value
        ) async -> (outcome: Result<Value, FetchError>, attempts: Int) {
            let address: WebAddress
            do throws(FetchError) { address = try WebAddress(url) } catch { return (.failure(error), 0) }
            var attempt = 1
            while true {
                do throws(FetchError) {
                    let value = try await attemptOnce(address)
                    await gate.note(isReachable: true, address.host)
                    return (.success(value), attempt)
                } catch {
                    // A host that nobody reached, however often it was tried, gets one attempt from each that follows.
                    if error.isUnreachable, await gate.isGivenUp(address.host) { return (.failure(error), attempt) }
                    let jitter = Jitter.value(seed: options.seed, address: address.text, attempt: attempt)
                    guard
                        case .retry(let delay) = options.retry.decision(after: error, attempt: attempt, jitter: jitter)
                    else {
                        if error.isUnreachable { await gate.note(isReachable: false, address.host) }
                        return (.failure(error), attempt)
                    }
                    do throws(CancellationError) {
                        try await clock.sleep(delay)
                    } catch {
                        return (.failure(.canceled), attempt)
                    }
                }
                attempt += 1
            }
        }

        private static func configuration(_ options: FetchOptions) -> HTTPClient.Configuration {
            var configuration = HTTPClient.Configuration()
            // Each redirect is looked at before it is followed, so the client follows none.
            configuration.redirectConfiguration = .disallow
            configuration.timeout = HTTPClient.Configuration.Timeout(
                connect: TimeAmount(options.connectTimeout), read: TimeAmount(options.idleTimeout))
            configuration.decompression = .disabled
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = options.requestsPerHost
            // Retries are the policy's: the client's own would hide them, and wait without being told.
            configuration.connectionPool.retryConnectionEstablishment = false
            return configuration
        }
    }
#endif
