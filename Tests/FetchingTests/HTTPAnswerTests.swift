#if Remote
    import Fetching
    import LoopbackSupport
    import Foundation
    import Testing

    @Suite struct HTTPAnswerTests {
        @Test(arguments: [200, 304, 400, 403, 404, 422])
        func `an answer of any final status is the caller's to read`(status: Int) async throws {
            let scene = try FetchScene { _, _ in
                status == 304
                    ? .text("HTTP/1.1 304 X\r\nConnection: close\r\n\r\n")
                    : .reply(status, ["X-A: 1", "x-a: 2"], body: "{}")
            }
            let answer = try await scene.fetcher.get(scene.server.url("/api?q=1"))
            #expect(answer.status == status)
            #expect(answer.body == Array((status == 304 ? "" : "{}").utf8))
            if status != 304 { #expect(answer.headers["X-A"] == "1") }
            let request = try #require(scene.server.requests.first)
            #expect(request.path == "/api?q=1")
            #expect(request.header("Accept") == "application/json, */*;q=0.5")
            #expect(try scene.files() == [])
        }

        @Test func `what may pass is tried again, and thrown at the end`() async throws {
            let scene = try FetchScene { _, number in
                number < 2 ? .reply(503, ["Retry-After: 3"]) : .reply(200, body: "[]")
            }
            #expect(try await scene.fetcher.get(scene.server.url()).body == Array("[]".utf8))
            #expect(scene.scripted.sleeps == [.seconds(3), .seconds(3)])
            let down = try FetchScene { _, _ in .reply(429, body: "quota") }
            await #expect(throws: FetchError.status(429, retryAfter: nil)) {
                try await down.fetcher.get(down.server.url())
            }
            #expect(down.server.requests.count == 5)
        }

        @Test func `the body is bounded`() async throws {
            let scene = try FetchScene { _, _ in .reply(200, body: "abcd") }
            #expect(try await scene.fetcher.get(scene.server.url(), limit: 4).body.count == 4)
            await #expect(throws: FetchError.tooLarge(bytes: 4, limit: 3)) {
                try await scene.fetcher.get(scene.server.url(), limit: 3)
            }
            let endless = try FetchScene { _, _ in .endless("HTTP/1.1 400 X\r\nConnection: close\r\n\r\n") }
            await #expect(throws: FetchError.tooLarge(bytes: nil, limit: 1000)) {
                try await endless.fetcher.get(endless.server.url(), limit: 1000)
            }
        }

        @Test func `redirects are followed and a cut is no answer`() async throws {
            let scene = try FetchScene { request, _ in
                request.path == "/end" ? .reply(200, body: "{}") : .redirect(to: "/end")
            }
            #expect(try await scene.fetcher.get(scene.server.url("/start")).status == 200)
            let cut = try FetchScene { _, number in
                number > 0 ? .reply(200, body: "{}") : .text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
            }
            #expect(try await cut.fetcher.get(cut.server.url()).body.count == 2)
            #expect(cut.server.requests.count == 2)
        }

        @Test func `a spent budget is waited for`() async throws {
            let scene = try FetchScene { _, number in
                .reply(200, ["RateLimit: limit=2, remaining=\(number == 1 ? 0 : 1), reset=\(40 - 10 * number)"])
            }
            for path in ["/a", "/b", "/c"] { _ = try await scene.fetcher.get(scene.server.url(path)) }
            #expect(scene.scripted.sleeps == [.seconds(30)])
        }

        @Test func `the budget of answers is not that of files`() async throws {
            let scene = try FetchScene { _, _ in .reply(200, ["RateLimit: remaining=0, reset=50"]) }
            _ = try await scene.fetcher.get(scene.server.url("/api"))
            _ = try await scene.fetch("/picture.png")
            #expect(scene.scripted.sleeps == [])
            _ = try await scene.fetch("/other.png")
            #expect(scene.scripted.sleeps == [.seconds(50)])
        }

        @Test func `a path has a budget of its own`() async throws {
            let reset = "x-rate-limit-reset: 2001-09-09T01:47:10.0000000Z"
            let scene = try FetchScene { _, _ in .reply(200, ["x-rate-limit-remaining: 0", reset]) }
            _ = try await scene.fetcher.get(scene.server.url("/neko?amount=1"))
            _ = try await scene.fetcher.get(scene.server.url("/pat?amount=1"))
            #expect(scene.scripted.sleeps == [])
            _ = try await scene.fetcher.get(scene.server.url("/neko?amount=2"))
            #expect(scene.scripted.sleeps == [.seconds(30)])
        }

        @Test func `a budget that comes back too late is not waited for`() async throws {
            let scene = try FetchScene { _, _ in .reply(200, ["RateLimit: remaining=0, reset=601"]) }
            _ = try await scene.fetcher.get(scene.server.url())
            await #expect(throws: FetchError.budgetSpent) { try await scene.fetcher.get(scene.server.url()) }
            #expect(scene.server.requests.count == 1)
        }
    }
#endif
