#if Remote
    import Fetching
    import LoopbackSupport
    import Files
    import Foundation
    import Sourcing
    import Testing

    @Suite struct HTTPLimitTests {
        private static let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n"

        private func options(_ change: (inout FetchOptions) -> Void) -> FetchOptions {
            var options = FetchOptions.patient
            options.retry.maximumRetries = 0
            change(&options)
            return options
        }

        @Test func `a stated length over the limit is refused before the body`() async throws {
            let scene = try FetchScene(options { $0.maximumBytes = 9 }) { _, _ in
                .hold(Self.head + "Content-Length: 10\r\n\r\n")
            }
            await #expect(throws: FetchError.tooLarge(bytes: 10, limit: 9)) { try await scene.fetch() }
            #expect(try scene.files() == [])
        }

        @Test func `an endless body is cut at the limit`() async throws {
            let scene = try FetchScene(options { $0.maximumBytes = 100_000 }) { _, _ in .endless(Self.head + "\r\n") }
            await #expect(throws: FetchError.tooLarge(bytes: nil, limit: 100_000)) { try await scene.fetch() }
            #expect(try scene.files() == [])
        }

        @Test func `a body of exactly the limit is taken`() async throws {
            let scene = try FetchScene(options { $0.maximumBytes = 3 }) { _, _ in .reply(200, body: "abc") }
            #expect(try await scene.fetch().bytes == 3)
        }

        @Test(arguments: ["Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n5\r\nabc"])
        func `a body that is cut is no file and is tried again`(rest: String) async throws {
            let scene = try FetchScene { _, number in
                number == 0 ? .text(Self.head + rest) : .reply(200, body: "abc")
            }
            #expect(try await scene.fetch().attempts == 2)
            #expect(try scene.files().count == 1)
        }

        @Test func `a cut says how much came`() async throws {
            let scene = try FetchScene(options { _ in }) { _, _ in .text(Self.head + "Content-Length: 10\r\n\r\nabc") }
            await #expect(throws: FetchError.connectionCut(received: 3, expected: 10)) { try await scene.fetch() }
            #expect(try scene.files() == [])
        }

        @Test func `a connection without an answer is a cut`() async throws {
            let scene = try FetchScene(options { _ in }) { _, _ in .hangUp }
            await #expect(throws: FetchError.connectionCut(received: 0, expected: nil)) { try await scene.fetch() }
        }

        @Test(arguments: ["", "Content-Length: 10\r\n\r\nabc"])
        func `a silent server times out`(rest: String) async throws {
            let scene = try FetchScene(options { $0.idleTimeout = .milliseconds(50) }) { _, _ in
                .hold(rest.isEmpty ? "" : Self.head + rest)
            }
            await #expect(throws: FetchError.timedOut(.idle)) { try await scene.fetch() }
            #expect(try scene.files() == [])
        }

        @Test func `a body that drips for too long times out`() async throws {
            // Each look at this clock takes a minute: bytes come, and yet the time is over.
            let clock = ScriptedClock(step: .seconds(60))
            let scene = try FetchScene(options { $0.maximumBytes = .max }, clock: clock) { _, _ in
                .endless(Self.head + "\r\n")
            }
            await #expect(throws: FetchError.timedOut(.whole)) { try await scene.fetch() }
            #expect(try scene.files() == [])
        }

        @Test func `a host that is down cannot be reached`() async throws {
            let url = "http://127.0.0.1:\(try LoopbackSocket.closedPort())/"
            let fetcher = HTTPFetcher(options: options { _ in })
            await #expect(throws: FetchError.cannotConnect) { try await fetcher.fetch(url, into: "/nowhere") }
        }

        @Test func `a server without TLS is not secure`() async throws {
            let scene = try FetchScene(options { _ in }) { _, _ in .hangUp }
            let url = "https://127.0.0.1:\(scene.server.port)/"
            let outcome = await scene.fetcher.fetch(
                SourceItem(id: "", locator: .url(url), kind: ""), into: scene.folder, unless: nil)
            #expect(outcome.failureCode == "fetch-not-secure")
        }

        @Test func `a coding that was not asked for is refused`() async throws {
            let scene = try FetchScene(options { _ in }) { _, _ in .reply(200, ["Content-Encoding: gzip"], body: "abc")
            }
            await #expect(throws: FetchError.unexpectedEncoding("gzip")) { try await scene.fetch() }
        }

        @Test func `a folder that cannot be written is a typed failure`() async throws {
            let scene = try FetchScene(options { _ in }) { _, _ in .reply(200, body: "abc") }
            await #expect(throws: FetchError.store(.write(SystemError(number: ENOENT)))) {
                try await scene.fetcher.fetch(scene.server.url(), into: scene.folder + "/gone")
            }
        }
    }
#endif
