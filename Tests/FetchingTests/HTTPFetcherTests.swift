#if Remote
    import Fetching
    import LoopbackSupport
    import Foundation
    import Sourcing
    import Testing

    @Suite struct HTTPFetcherTests {
        @Test func `a file is saved with its digest and what the server says of it`() async throws {
            var options = FetchOptions.patient
            options.userAgent = "pawprint/0 (me@example.com)"
            let headers = ["Content-Type: image/png", "ETag: \"7\"", "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT"]
            let scene = try FetchScene(options) { _, _ in .reply(200, headers, body: "abc") }
            let file = try await scene.fetch("/a b?q=ü")
            #expect(try Data(contentsOf: URL(filePath: file.path)) == Data("abc".utf8))
            #expect(file.bytes == 3)
            #expect(file.digest == ContentDigest(of: Array("abc".utf8).span))
            #expect(file.contentType == "image/png")
            #expect(file.entityTag == "\"7\"")
            #expect(file.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
            #expect(file.attempts == 1)
            #expect(file.finalURL == scene.server.url("/a%20b?q=%C3%BC"))
            let request = try #require(scene.server.requests.first)
            #expect(request.path == "/a%20b?q=%C3%BC")
            #expect(request.header("User-Agent") == "pawprint/0 (me@example.com)")
            #expect(request.header("Accept-Encoding") == "identity")
            #expect(scene.scripted.sleeps.isEmpty)
        }

        @Test func `a body in chunks is put together`() async throws {
            let text =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
            let scene = try FetchScene { _, _ in .text(text) }
            #expect(try await scene.fetch().digest == ContentDigest(of: Array("abc".utf8).span))
        }

        @Test func `429 is tried again after the time that the server asks for`() async throws {
            let scene = try FetchScene { _, number in
                switch number {
                case 0: .reply(429, ["Retry-After: 17"])
                case 1:
                    .reply(429, ["Date: Sun, 06 Nov 1994 08:49:07 GMT", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"])
                default: .reply(200, body: "abc")
                }
            }
            let file = try await scene.fetch()
            #expect(file.attempts == 3)
            #expect(scene.scripted.sleeps == [.seconds(17), .seconds(30)])
        }

        @Test func `a server's error is tried again with growing delays`() async throws {
            let scene = try FetchScene { _, number in number < 3 ? .reply(500 + number) : .reply(200, body: "abc") }
            #expect(try await scene.fetch().attempts == 4)
            let sleeps = scene.scripted.sleeps
            #expect(sleeps.count == 3)
            for (sleep, ceiling) in zip(sleeps, [500, 1000, 2000]) { #expect(sleep <= .milliseconds(ceiling)) }
        }

        @Test func `the same seed waits the same and another one differently`() async throws {
            var sleeps: [[Duration]] = []
            for seed: UInt64 in [1, 1, 2] {
                var options = FetchOptions.patient
                options.seed = seed
                // The address takes part in the jitter, so each turn needs the same one: a server that is not there.
                let clock = ScriptedClock()
                let fetcher = HTTPFetcher(options: options, clock: clock.clock)
                await #expect(throws: FetchError.cannotConnect) {
                    try await fetcher.fetch("http://127.0.0.1:1/x", into: "/nowhere")
                }
                sleeps.append(clock.sleeps)
            }
            #expect(sleeps[0].count == 4)
            #expect(sleeps[0] == sleeps[1])
            #expect(sleeps[0] != sleeps[2])
        }

        @Test func `the last failure is reported when attempts are used up`() async throws {
            let scene = try FetchScene { _, _ in .reply(503) }
            let item = SourceItem(id: "x", locator: .url(scene.server.url()), kind: "list")
            let failure = FetchFailure(
                code: "http-503", message: "the server answered 503: an error on its side", isTransient: true,
                attempts: 5)
            #expect(await scene.fetcher.fetch(item, into: scene.folder, unless: nil) == .failure(failure))
            #expect(scene.server.requests.count == 5)
            #expect(try scene.files() == [])
        }

        @Test(arguments: [400, 401, 403, 404, 408, 410, 451, 204, 206, 304])
        func `any other answer is final at once`(status: Int) async throws {
            let scene = try FetchScene { _, _ in
                .text("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            }
            await #expect(throws: FetchError.status(status, retryAfter: nil)) { try await scene.fetch() }
            #expect(scene.server.requests.count == 1)
        }

        @Test func `a host that asks for silence is left alone by everybody`() async throws {
            let scene = try FetchScene { request, number in
                number == 0 ? .reply(404, ["Retry-After: 40"]) : .reply(200, body: request.path)
            }
            await #expect(throws: FetchError.status(404, retryAfter: 40)) { try await scene.fetch("/a") }
            _ = try await scene.fetch("/b")
            #expect(scene.scripted.sleeps == [.seconds(40)])
        }

        @Test func `a host that asks for more than is waited for gets no more requests`() async throws {
            let scene = try FetchScene { _, _ in .reply(429, ["Retry-After: 3600"]) }
            for _ in 0..<3 {
                await #expect(throws: FetchError.status(429, retryAfter: 3600)) { try await scene.fetch() }
            }
            #expect(scene.server.requests.count == 1)
            #expect(scene.scripted.sleeps.isEmpty)
        }

        @Test(arguments: [
            ("ftp://h/x", FetchError.unsupportedScheme("ftp")), ("file:///etc/passwd", .unsupportedScheme("file")),
            ("h/x", .badAddress("h/x")), ("http:///x", .badAddress("http:///x")), ("", .badAddress("")),
            ("http://a b/", .badAddress("http://a b/")), ("http://h:99999/", .badAddress("http://h:99999/")),
            ("http://%31/", .badAddress("http://%31/")), ("http://u:p@h/", .credentialsInAddress),
        ])
        func `what is no web address is refused before anything is sent`(url: String, error: FetchError) async {
            let fetcher = HTTPFetcher()
            await #expect(throws: error) { try await fetcher.fetch(url, into: "/nowhere") }
        }

        @Test func `a local item is refused`() async {
            let item = SourceItem(id: "x", locator: .file(path: "x"), kind: "folder")
            let outcome = await HTTPFetcher().fetch(item, into: "/nowhere", unless: nil)
            #expect(outcome.failureCode == "fetch-bad-url")
        }
    }

    extension Result where Failure == FetchFailure {
        /// The code of a failure.
        var failureCode: String? {
            if case .failure(let failure) = self { failure.code } else { nil }
        }
    }
#endif
