import JSONText
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct RequestTests {
    private let scene: Scene

    init() throws { scene = try Scene([Records.tagged("a", "猫/耳", ["猫 耳"])]) }

    @Test(
        arguments: [
            "/api/v1/images/%", "/api/v1/images/%4", "/api/v1/images/%GG", "/api/v1/images/%FF", "/api/v1?x=%",
            "/api/v1?%zz=1", "/api/v2/%C3%28", "no-slash", "*", "/api/v1/a b",
        ])
    func `a malformed target is 400, in the dialect of its path`(target: String) async throws {
        let answer = try await scene.service().get(target)
        #expect(answer.status == 400)
        let json = try answer.json()
        #expect(try json.integer(target.hasPrefix("/api/v2") ? "code" : "status") == 400)
        #expect(try json.string("message") == "The request target is malformed: expected UTF-8 in percent-encoding.")
    }

    @Test func `targets and headers have limits`() async throws {
        let service = try scene.service()
        let long = String(repeating: "a", count: PictureService.maximumTarget)
        #expect(await service.get("/api/v1?\(long)").status == 414)
        #expect(await service.get("/api/v1") { $0.bytes = PictureService.maximumHeader + 1 }.status == 431)
        #expect(await service.get("/api/v1") { $0.bytes = PictureService.maximumHeader }.status == 200)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get"])
    func `other methods are told which there are`(method: String) async throws {
        for path in ["/api/v1", "/api/v2/endpoints", "/healthz", "/nowhere"] {
            let answer = try await scene.service().answer(ServedRequest(method: method, target: path))
            #expect(answer.status == 405)
            #expect(answer["allow"] == "GET, HEAD, OPTIONS")
        }
    }

    @Test func `pages of other origins may ask`() async throws {
        let service = try scene.service()
        let preflight = await service.answer(ServedRequest(method: "OPTIONS", target: "/api/v1/images/x"))
        #expect(preflight.status == 204 && preflight["access-control-allow-methods"] == "GET, HEAD, OPTIONS")
        for path in ["/api/v1", "/api/v1/x", "/api/v2/endpoints", "/healthz", "/%"] {
            #expect(await service.get(path)["access-control-allow-origin"] == "*")
        }
    }

    @Test func `an encoded slash is part of a name, and URLs in answers lead back`() async throws {
        let service = try scene.service()
        let answer = await service.get("/api/v2/%E7%8C%AB%20%E8%80%B3")
        let url: String = try #require(try answer.json().sections("results").first).required("url")
        #expect(url.hasPrefix("http://pics.example:81/api/v2/%E7%8C%AB%20%E8%80%B3/"))
        #expect(await service.get(String(url.dropFirst("http://pics.example:81".count))).status == 200)
        #expect(await service.get(url).status == 200)
        #expect(try await service.get("/api/v1/images/%E7%8C%AB%2F%E8%80%B3").json().integer("count") == 1)
    }

    @Test(
        arguments: [
            ("h", true), ("127.0.0.1:8080", true), ("[::1]:80", true), ("[::1]", true), ("a_b.example", true),
            ("", false), ("a/b", false), ("a:b", false), ("a:0", false), ("a:65536", false), ("u@h", false),
            ("h:80:80", false), ("[::1", false), ("[x]", false), ("h\"", false), ("h:", false), ("猫", false),
        ])
    func `a host that is none is refused, as it would stand in answers`(host: String, isHost: Bool) async throws {
        let answer = try await scene.service().get("/api/v1") { $0.host = host }
        #expect(answer.status == (isHost ? 200 : 400))
        if isHost { #expect(answer.text.contains("\"http://\(host)/api/v1/images/random\"")) }
    }

    @Test func `a base URL that was given stands before what clients say`() async throws {
        var options = ServeOptions()
        options.baseURL = BaseURL("https://pics.example/of/mine/")
        let service = try scene.service(options: options)
        let answer = await service.get("/api/v1") { $0.host = "evil/" }
        #expect(answer.text.contains("\"https://pics.example/of/mine/api/v1/images/random\""))
        for text in ["ftp://a", "https://", "https://a?b", "https://a#b", "https://u@a", "a", "https://a/\n"] {
            #expect(BaseURL(text) == nil, "\(text)")
        }
    }
}
