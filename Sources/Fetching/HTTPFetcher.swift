#if Remote
    internal import AsyncHTTPClient
    internal import Dispatch
    internal import NIOCore
    public import Sourcing

    /// Fetches files over HTTP, with limits, retries and good manners.
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
        public init(
            options: FetchOptions = FetchOptions(), clock: FetchClock = .system, resolver: HostResolver = .system
        ) {
            self.options = options
            self.clock = clock
            client = HTTPClient(configuration: HTTPFetcher.configuration(options))
            gate = HostGate(limit: options.requestsPerHost)
            transfer = HTTPTransfer(client: client, options: options, clock: clock, gate: gate, resolver: resolver)
        }

        deinit {
            // Keeps the client alive until it is done; what it says then helps nobody.
            client.shutdown { _ in }
        }

        /// Writes what is at the item's URL to a new file in `folder`.
        public func fetch(_ item: SourceItem, into folder: String) async -> Result<FetchedFile, FetchFailure> {
            guard case .url(let url) = item.locator else {
                return .failure(FetchError.notAnAddress.failure(attempts: 0))
            }
            let (outcome, attempts) = await attemptUntilDone(url, into: folder)
            return outcome.mapError { $0.failure(attempts: attempts) }
        }

        /// Writes what is at `url` to a new file in `folder`; a failure is what the last attempt met.
        public func fetch(_ url: String, into folder: String) async throws(FetchError) -> FetchedFile {
            try await attemptUntilDone(url, into: folder).outcome.get()
        }

        private func attemptUntilDone(
            _ url: String, into folder: String
        ) async -> (outcome: Result<FetchedFile, FetchError>, attempts: Int) {
            let address: WebAddress
            do throws(FetchError) { address = try WebAddress(url) } catch { return (.failure(error), 0) }
            var attempt = 1
            while true {
                do throws(FetchError) {
                    var file = try await transfer.run(address, into: folder)
                    file.attempts = attempt
                    return (.success(file), attempt)
                } catch {
                    let jitter = Jitter.value(seed: options.seed, address: address.text, attempt: attempt)
                    guard
                        case .retry(let delay) = options.retry.decision(after: error, attempt: attempt, jitter: jitter)
                    else { return (.failure(error), attempt) }
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
