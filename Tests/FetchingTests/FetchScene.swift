#if Remote
    import Fetching
    import Foundation
    import Sourcing

    /// A server, a fetcher with a clock of its own, and a folder for what is fetched.
    final class FetchScene: Sendable {
        let server: LoopbackServer
        let scripted: ScriptedClock
        let fetcher: HTTPFetcher
        let folder: String

        init(
            _ options: FetchOptions = FetchOptions(), clock: ScriptedClock = ScriptedClock(),
            resolver: HostResolver = .system, _ script: @escaping LoopbackServer.Script
        ) throws {
            server = try LoopbackServer(script)
            scripted = clock
            fetcher = HTTPFetcher(options: options, clock: clock.clock, resolver: resolver)
            let url = FileManager.default.temporaryDirectory.appending(path: "pawprint-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            folder = url.path
        }

        deinit {
            do {
                try FileManager.default.removeItem(atPath: folder)
            } catch {
                print("left behind: \(folder): \(error)")
            }
        }

        /// What a fetch of `path` from the server ends in.
        func fetch(_ path: String = "/picture.png") async throws(FetchError) -> FetchedFile {
            try await fetcher.fetch(server.url(path), into: folder)
        }

        /// What is in the folder.
        func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }
    }
#endif
