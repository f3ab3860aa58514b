#if Remote
    import Fetching
    import LoopbackSupport
    import Sourcing
    import TestSupport

    /// A server, a fetcher with a clock of its own, and a folder for what is fetched.
    final class FetchScene: Sendable {
        let server: LoopbackServer
        let scripted: ScriptedClock
        let fetcher: HTTPFetcher
        private let temporary: TemporaryFolder

        /// Where it fetches to.
        var folder: String { temporary.path }

        init(
            _ options: FetchOptions = .patient, clock: ScriptedClock = ScriptedClock(),
            resolver: HostResolver = .system, _ script: @escaping LoopbackServer.Script
        ) throws {
            server = try LoopbackServer(script)
            scripted = clock
            fetcher = HTTPFetcher(options: options, clock: clock.clock, resolver: resolver)
            temporary = try TemporaryFolder()
        }

        /// What a fetch of `path` from the server ends in.
        func fetch(_ path: String = "/picture.png") async throws(FetchError) -> FetchedFile {
            try await fetcher.fetch(server.url(path), into: folder)
        }

        /// What is in the folder.
        func files() throws -> [String] { try temporary.names() }
    }
#endif
