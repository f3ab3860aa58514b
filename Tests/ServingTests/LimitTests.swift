import JSONText
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct LimitTests {
    private let scene: Scene
    private let clock = HandClock()

    init() throws { scene = try Scene([Records.nekosia(1), Records.tagged("a", "neko")]) }

    private func service() throws -> PictureService { try scene.service(options: ServeOptions(), clock: clock) }

    @Test func `Nekosia counts 300 in five minutes from the first, API and CDN apart`() async throws {
        let service = try service()
        #expect(await service.get("/api/v1/tags")["ratelimit"] == "limit=300, remaining=299, reset=300")
        clock.advance(by: 189)
        #expect(await service.get("/api/v1/x")["ratelimit"] == "limit=300, remaining=298, reset=111")
        let file = await service.get("/images/catgirl/000000000000000000000001.png")
        #expect(file["ratelimit"] == "limit=600, remaining=599, reset=300")
        #expect(file["ratelimit-policy"] == "600;w=300")
        for _ in 0..<298 { #expect(await service.get("/api/v1/tags").status == 200) }
        let refused = await service.get("/api/v1/tags")
        #expect(refused.status == 429)
        #expect(refused["retry-after"] == "111" && refused["ratelimit"] == "limit=300, remaining=0, reset=111")
        #expect(try refused.json().integer("status") == 429)
        #expect(await service.get("/images/catgirl/000000000000000000000001.png").status == 200)
        #expect(await service.get("/healthz").status == 200)
        clock.advance(by: 111)
        #expect(await service.get("/api/v1/tags")["ratelimit"] == "limit=300, remaining=299, reset=300")
    }

    @Test func `another address has a budget of its own`() async throws {
        let service = try service()
        for _ in 0..<301 { _ = await service.get("/api/v1/tags") }
        let other = await service.answer(ServedRequest(target: "/api/v1/tags", client: "10.0.0.2"))
        #expect(other["ratelimit"] == "limit=300, remaining=299, reset=300")
    }

    @Test func `nekos.best counts by path and by the minute of the clock, with seven digits`() async throws {
        let service = try service()
        let first = await service.get("/api/v2/endpoints")
        #expect(first["x-rate-limit-limit"] == "1m" && first["x-rate-limit-remaining"] == "199")
        #expect(first["x-rate-limit-reset"] == "2026-05-08T09:08:00.0000000Z")
        clock.advance(by: 3)
        #expect(await service.get("/api/v2/neko")["x-rate-limit-reset"] == "2026-05-08T09:09:00.0000000Z")
        #expect(await service.get("/api/v2/neko")["x-rate-limit-remaining"] == "198")
        #expect(await service.get("/api/v2/endpoints")["x-rate-limit-remaining"] == "199")
        #expect(await service.get("/api/v2/neko/x.png")["x-rate-limit-remaining"] == "199")
        for _ in 0..<198 { _ = await service.get("/api/v2/neko") }
        let refused = await service.get("/api/v2/neko")
        #expect(refused.status == 429 && refused["retry-after"] == "59")
        #expect(try refused.json().integer("code") == 429)
        #expect(await service.get("/api/v2/endpoints").status == 200)
    }

    @Test func `seven searches are allowed in five seconds`() async throws {
        let service = try service()
        for _ in 0..<7 { #expect(await service.get("/api/v2/search?query=neko").status == 200) }
        let refused = await service.get("/api/v2/search?query=neko")
        #expect(refused.status == 429 && refused["retry-after"] == "2")
        #expect(refused["x-rate-limit-remaining"] == "192")
        clock.advance(by: 2)
        #expect(await service.get("/api/v2/search?query=neko").status == 200)
    }
}
