#if Remote
    import Fetching
    import LoopbackSupport
    import Sourcing
    import Synchronization
    import Testing

    @Suite struct HTTPVersionTests {
        private func item(_ scene: FetchScene, bytes: Int? = nil) -> SourceItem {
            var item = SourceItem(id: "x", locator: .url(scene.server.url()), kind: "list")
            var declared = DeclaredFacts()
            declared.bytes = bytes
            item.declared = declared
            return item
        }

        @Test func `a server is asked only for another version`() async throws {
            let scene = try FetchScene { request, _ in
                request.header("If-None-Match") == "\"1\"" ? .reply(304) : .reply(200, ["ETag: \"2\""], body: "abc")
            }
            let date = "Sun, 06 Nov 1994 08:49:37 GMT"
            let known = FileVersion(entityTag: "\"1\"", lastModified: date)
            #expect(
                await scene.fetcher.fetch(item(scene), into: scene.folder, unless: known) == .success(.unchanged))
            #expect(scene.server.requests.last?.header("If-Modified-Since") == date)
            #expect(try scene.files() == [])
            let old = FileVersion(entityTag: "\"0\"", lastModified: nil)
            guard
                case .success(.file(let file)) = await scene.fetcher.fetch(
                    item(scene), into: scene.folder, unless: old)
            else {
                Issue.record("another version is a file")
                return
            }
            #expect(file.entityTag == "\"2\"")
            #expect(scene.server.requests.last?.header("If-Modified-Since") == nil)
        }

        @Test func `what is too large by the source's own word is not asked for`() async throws {
            let scene = try FetchScene { _, _ in .reply(200) }
            let large = item(scene, bytes: FetchOptions().maximumBytes + 1)
            let outcome = await scene.fetcher.fetch(large, into: scene.folder, unless: nil)
            #expect(outcome.failureCode == "fetch-too-large")
            #expect(scene.server.requests.isEmpty)
        }

        @Test func `requests to one host keep their distance`() async throws {
            var options = FetchOptions.patient
            options.interval = .seconds(2)
            let scene = try FetchScene(options) { _, _ in .reply(200, body: "abc") }
            for _ in 0..<3 { _ = try await scene.fetch() }
            #expect(scene.scripted.sleeps == [.seconds(2), .seconds(2)])
        }

        @Test func `a host that nobody reached is tried once by those that follow`() async throws {
            let clock = ScriptedClock()
            let fetcher = HTTPFetcher(options: .patient, clock: clock.clock)
            for _ in 0..<3 {
                await #expect(throws: FetchError.cannotConnect) {
                    try await fetcher.fetch("http://127.0.0.1:1/x", into: "/nowhere")
                }
            }
            #expect(clock.sleeps.count == 4, "only the first waited and tried again")
        }

        @Test func `what servers say of their limits is told on`() async throws {
            let notices = Mutex<[RateNotice]>([])
            let server = try LoopbackServer { _, _ in
                .reply(200, ["RateLimit: limit=300, remaining=12, reset=40"], body: "{}")
            }
            let fetcher = HTTPFetcher(options: .patient, clock: ScriptedClock().clock) { notice in
                notices.withLock { $0.append(notice) }
            }
            _ = try await fetcher.get(server.url())
            let host = "127.0.0.1:\(server.port)"
            #expect(
                notices.withLock { $0 } == [
                    RateNotice(
                        host: host, use: .metadata, limit: 300, remaining: 12, resetsIn: .seconds(40),
                        isWaiting: false)
                ])
        }
    }
#endif
