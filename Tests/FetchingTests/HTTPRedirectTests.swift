#if Remote
    import Fetching
    import LoopbackSupport
    import Sourcing
    import Testing

    @Suite struct HTTPRedirectTests {
        @Test(arguments: [301, 302, 303, 307, 308])
        func `redirects are followed, relative ones too`(status: Int) async throws {
            let scene = try FetchScene { request, _ in
                request.path == "/a/start" ? .reply(status, ["Location: ../b?c"]) : .reply(200, body: request.path)
            }
            let file = try await scene.fetch("/a/start")
            #expect(file.finalURL == scene.server.url("/b?c"))
            #expect(scene.server.requests.map(\.path) == ["/a/start", "/b?c"])
        }

        @Test func `five redirects are followed and a sixth is not`() async throws {
            let scene = try FetchScene { request, _ in
                let left = Int(request.path.dropFirst()) ?? 0
                return left == 0 ? .reply(200, body: "abc") : .redirect(to: "/\(left - 1)")
            }
            #expect(try await scene.fetch("/5").bytes == 3)
            await #expect(throws: FetchError.tooManyRedirects(limit: 5)) { try await scene.fetch("/6") }
        }

        @Test func `a circle is noticed`() async throws {
            let scene = try FetchScene { request, _ in .redirect(to: request.path == "/a" ? "/b" : "/a") }
            await #expect(throws: FetchError.redirectLoop) { try await scene.fetch("/a") }
            #expect(scene.server.requests.count == 2)
        }

        @Test(arguments: ["file:///etc/passwd", "ftp://h/x", "javascript:1", "http://u:p@h/", "http:///"])
        func `a redirect to what is not fetched is refused`(target: String) async throws {
            let scene = try FetchScene { _, _ in .redirect(to: target) }
            await #expect(throws: FetchError.redirectRefused(to: target)) { try await scene.fetch() }
            #expect(scene.server.requests.count == 1)
        }

        @Test func `a redirect that leads nowhere is refused`() async throws {
            let scene = try FetchScene { _, _ in .reply(302) }
            await #expect(throws: FetchError.redirectWithoutLocation) { try await scene.fetch() }
        }

        /// Takes 127.0.0.1 for a server on the internet, and `localhost` for what it is.
        private let pretending = HostResolver { host in
            switch host {
            case "127.0.0.1": [IPAddress(bytes: [8, 8, 8, 8])]
            case "localhost": [IPAddress(bytes: [8, 8, 4, 4]), IPAddress(bytes: [127, 0, 0, 1])]
            default: []
            }
        }

        @Test func `the internet does not lead into a private network`() async throws {
            let scene = try FetchScene(resolver: pretending) { request, _ in
                .redirect(to: "http://localhost:1/secret")
            }
            await #expect(throws: FetchError.redirectToPrivateAddress(host: "localhost")) { try await scene.fetch() }
            #expect(scene.server.requests.count == 1)
        }

        @Test func `a redirect to an unknown host is a failure that may pass`() async throws {
            let scene = try FetchScene(resolver: pretending) { _, number in
                number == 0 ? .redirect(to: "http://nowhere.invalid/") : .reply(200, body: "abc")
            }
            #expect(try await scene.fetch().attempts == 2)
        }

        @Test func `who starts on this machine may stay on it`() async throws {
            let other = try LoopbackServer { _, _ in .reply(200, body: "abc") }
            let target = other.url("/there", host: "127.1")
            let scene = try FetchScene { _, _ in .redirect(to: target) }
            #expect(try await scene.fetch().finalURL == target)
        }
    }
#endif
