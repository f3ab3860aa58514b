import JSONText
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct NekosBestTests {
    private static let uuids = [
        "d97564e0-a0f0-4afa-a77d-86f40790d1df", "7ee213b9-7167-4e54-8cd8-3fb5829b241b",
        "145f049a-b73c-48d6-9eaf-45975418c136",
    ]
    private let scene: Scene

    init() throws {
        scene = try Scene([
            Records.nekosBest(Self.uuids[0], "husbando"), Records.nekosBest(Self.uuids[1], "pat", format: "gif"),
            Records.nekosBest(Self.uuids[2], "wave", format: "gif"), Records.tagged("x", "wave", ["hoodie"]),
            Records.tagged("y", "neko", rating: "suggestive"),
        ])
    }

    @Test func `categories have one format, a GIF's where everything moves`() async throws {
        let answer = try await scene.service().get("/api/v2/endpoints")
        #expect(answer.text == #"{"husbando":{"format":"png"},"pat":{"format":"gif"},"wave":{"format":"png"}}"#)
    }

    @Test func `a still has its artist, an animation its series, and one is an array too`() async throws {
        let service = try scene.service()
        #expect(
            await service.get("/api/v2/husbando").text == """
                {"results":[{"artist_name":"柊 碧月","artist_href":"https://www.pixiv.net/en/users/3",\
                "source_url":"https://www.pixiv.net/en/artworks/9",\
                "url":"http://pics.example:81/api/v2/husbando/\(Self.uuids[0]).png",\
                "dimensions":{"width":450,"height":259}}]}
                """)
        #expect(
            await service.get("/api/v2/pat?amount=20").text == """
                {"results":[{"anime_name":"Sousou no Frieren",\
                "url":"http://pics.example:81/api/v2/pat/\(Self.uuids[1]).gif",\
                "dimensions":{"width":450,"height":259}}]}
                """)
    }

    @Test(
        arguments: [
            ("", 1), ("?amount=2", 2), ("?amount=0", 1), ("?amount=-9", 1), ("?amount=999", 2),
            ("?amount=99999999999999999999", 2), ("?amount=-99999999999999999999", 1),
        ])
    func `an amount out of range is taken for the nearest`(query: String, count: Int) async throws {
        let answer = try await scene.service().get("/api/v2/wave\(query)")
        #expect(answer.status == 200)
        #expect(try answer.json().sections("results").count == count)
    }

    @Test(
        arguments: [
            ("wave?amount=x", 400), ("wave?amount=", 400), ("wave?amount=1.5", 400), ("unknown", 404), ("neko", 404),
            ("search", 400), ("search?query=ab", 400), ("search?query=abc&type=3", 400),
            ("search?query=abc&category=unknown", 404), ("", 404), ("pat/a/b", 404),
        ])
    func `what cannot be answered says why, in a plain object`(path: String, status: Int) async throws {
        let answer = try await scene.service().get("/api/v2/\(path)")
        #expect(answer.status == status)
        #expect(try answer.json().integer("code") == status)
        #expect(try answer.json().string("message")?.isEmpty == false)
    }

    @Test(
        arguments: [
            ("query=Frieren&type=2&amount=5", [Uuid.pat, Uuid.wave]), ("query=frieren", [Uuid.pat]),
            ("query=%E6%9F%8A+%E7%A2%A7%E6%9C%88&type=1", [Uuid.husbando]),
            ("query=zzzzzzzzzz&type=1", [Uuid.husbando]), ("query=frieren&category=wave", [Uuid.wave]),
        ])
    func `a search finds the nearest, and is never empty`(query: String, expected: [Uuid]) async throws {
        let answer = try await scene.service().get("/api/v2/search?\(query)")
        let urls = try answer.json().sections("results").map { try $0.required("url") as String }
        #expect(urls.map { $0.split(separator: "/").last.map { String($0.prefix(36)) } } == expected.map(\.rawValue))
    }

    /// The pictures by their categories.
    enum Uuid: String, Sendable {
        case husbando = "d97564e0-a0f0-4afa-a77d-86f40790d1df"
        case pat = "7ee213b9-7167-4e54-8cd8-3fb5829b241b"
        case wave = "145f049a-b73c-48d6-9eaf-45975418c136"
    }

    @Test func `a file has its credits in the header, in URL encoding`() async throws {
        let service = try scene.service()
        let answer = await service.get("/api/v2/husbando/\(Self.uuids[0]).png")
        #expect(answer.status == 200)
        #expect(answer["content-type"] == "image/png")
        #expect(answer["artist_name"] == "%E6%9F%8A%20%E7%A2%A7%E6%9C%88")
        #expect(answer["source_url"] == "https%3A%2F%2Fwww.pixiv.net%2Fen%2Fartworks%2F9")
        #expect(answer["anime_name"] == nil)
        for path in ["pat/\(Self.uuids[0]).png", "husbando/\(Self.uuids[0]).jpg", "husbando/x.png", "husbando/x"] {
            #expect(await service.get("/api/v2/\(path)").status == 404, "\(path)")
        }
    }
}
