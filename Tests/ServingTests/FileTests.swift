import JSONText
import Foundation
import JSONText
import Manifests
import Serving
import Sourcing
import TestSupport
import Testing

@Suite struct FileTests {
    private let scene: Scene
    private let path = "/images/catgirl/000000000000000000000007"

    init() throws {
        scene = try Scene([Records.nekosia(7), Records.nekosia(7, variant: "compressed"), Records.nekosia(8)])
    }

    private func tag(_ index: Int) -> String { "\"\(scene.records[index].file?.sha256 ?? "")\"" }

    @Test func `a file is named for good by the digest of its bytes`() async throws {
        let answer = try await scene.service().get("\(path).png")
        #expect(answer.status == 200)
        #expect(answer["etag"] == tag(0))
        #expect(answer["cache-control"] == "public, max-age=31536000, immutable")
        #expect(answer["accept-ranges"] == "bytes")
        #expect(answer["content-type"] == "image/png")
        let file = scene.folder.path(scene.records[0].fileName ?? "")
        let claim = FileClaim(path: file, sha256: scene.records[0].file?.sha256 ?? "", bytes: 4096)
        #expect(answer.body == .file(claim, part: 0..<4096))
        let compressed = try await scene.service().get("\(path)-compressed.jpg")
        #expect(compressed["etag"] == tag(1) && compressed["content-type"] == "image/jpeg")
    }

    @Test(
        arguments: [
            ("bytes=0-0", 0..<1), ("bytes=10-", 10..<4096), ("bytes=-96", 4000..<4096), ("bytes=0-99999", 0..<4096),
            ("bytes=-99999", 0..<4096), ("BYTES=4095-4095", 4095..<4096),
            ("bytes=1-99999999999999999999", 1..<4096),
        ])
    func `a range is answered with those bytes`(range: String, part: Range<Int>) async throws {
        let answer = try await scene.service().get("\(path).png") { $0.range = range }
        #expect(answer.status == 206)
        #expect(answer["content-range"] == "bytes \(part.lowerBound)-\(part.upperBound - 1)/4096")
        #expect(answer.body.count == part.count)
    }

    @Test(arguments: ["bytes=4096-", "bytes=-0", "bytes=99999999999999999999-"]) func `a range of no bytes is refused`(
        range: String
    ) async throws {
        let answer = try await scene.service().get("\(path).png") { $0.range = range }
        #expect(answer.status == 416)
        #expect(answer["content-range"] == "bytes */4096")
    }

    @Test(arguments: [
        "bytes=5-4", "bytes=0-1,3-4", "bytes=", "bytes=-", "lines=0-1", "bytes", "bytes=a-b", "bytes=0 - 1",
    ])
    func `what is no single range is the whole file`(range: String) async throws {
        #expect(try await scene.service().get("\(path).png") { $0.range = range }.status == 200)
    }

    @Test func `a range of another file is the whole of this one`() async throws {
        let service = try scene.service()
        for (condition, status) in [(tag(0), 206), (tag(1), 200), ("W/\(tag(0))", 200), ("Sat, 1 Jan 2000", 200)] {
            let answer = await service.get("\(path).png") {
                $0.range = "bytes=0-9"
                $0.ifRange = condition
            }
            #expect(answer.status == status, "\(condition)")
        }
    }

    @Test func `who has the file is told so`() async throws {
        let service = try scene.service()
        for known in [tag(0), "*", "\"x\", W/\(tag(0))", "\(tag(1)) , \(tag(0))"] {
            let answer = await service.get("\(path).png") {
                $0.ifNoneMatch = known
                $0.range = "bytes=0-9"
            }
            #expect(answer.status == 304 && answer.body == .empty, "\(known)")
            #expect(answer["etag"] == tag(0))
        }
        #expect(await service.get("\(path).png") { $0.ifNoneMatch = tag(1) }.status == 200)
    }

    @Test(
        arguments: [
            "/images/foxgirl/000000000000000000000007.png", "/images/catgirl/000000000000000000000007.jpg",
            "/images/catgirl/000000000000000000000007-compressed.png", "/images/catgirl/7.png",
            "/images/catgirl/..%2F..%2Fmanifest.jsonl", "/images/../manifest.jsonl", "/images/%2e%2e/manifest.jsonl",
            "/images/catgirl/.png", "/images/catgirl/-compressed.jpg", "/images/catgirl/%00.png",
            "/images/catgirl//etc/passwd", "/images/catgirl/000000000000000000000007.png.png",
        ])
    func `what is no file of a picture is not found, wherever it leads`(path: String) async throws {
        let answer = try await scene.service().get(path)
        #expect(answer.status == 404)
        #expect(try answer.json().bool("success") == false)
    }

    @Test func `a compressed form is made once, kept, and known after a restart`() async throws {
        let made = Tallying()
        let maker = CompressedMaker { file, width, height in
            made.add()
            #expect(file == Scene.bytes(of: "000000000000000000000008-original"))
            return .success(Array("jpeg \(width)x\(height)".utf8))
        }
        let service = try scene.service(maker: maker)
        let target = "/images/catgirl/000000000000000000000008-compressed.jpg"
        let answers = await withTaskGroup(of: ServedAnswer.self) { group in
            for _ in 0..<8 { group.addTask { await service.get(target) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let path = scene.folder.path(".pawprint/compressed/\(scene.records[2].file?.sha256 ?? "").jpg")
        let sent = Array("jpeg 1280x960".utf8)
        let claim = FileClaim(path: path, sha256: ContentDigest(of: sent.span).hexadecimal, bytes: 13)
        #expect(answers.allSatisfy { $0.body == .file(claim, part: 0..<13) })
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "jpeg 1280x960")
        let picture = try await service.get("/api/v1/getImageById/000000000000000000000008").json()
        let facts = try picture.requiredSection("metadata").requiredSection("compressed")
        #expect(try facts.integer("size") == 13 && facts.integer("height") == 960)
        #expect(await (try scene.service(maker: maker)).get(target).status == 200)
        #expect(made.count == 1)
    }

    @Test func `without a maker, or when it fails, there is no compressed form, and the reason is said`() async throws {
        let target = "/images/catgirl/000000000000000000000008-compressed.jpg"
        let without = try await scene.service().get(target)
        #expect(without.status == 404)
        #expect(
            without.text == """
                {"success":false,"status":404,"message":"There is no compressed form of this picture: \
                this server makes no compressed forms."}
                """)
        for isPassing in [false, true] {
            let tried = Tallying()
            let service = try scene.service(
                maker: CompressedMaker { _, _, _ in
                    tried.add()
                    return .failure(CompressedMaker.Failure(reason: "it is damaged", isPassing: isPassing))
                })
            for _ in 0..<3 {
                let failed = await service.get(target)
                #expect(failed.status == 404 && failed.text.contains("it is damaged"))
            }
            // What does not pass is not tried again: a picture is much work.
            #expect(tried.count == (isPassing ? 3 : 1))
        }
    }

    @Test(arguments: [
        (640, 480, 960), (985, 1307, 1698), (1064, 1652, 1987), (1536, 2304, 1920), (3908, 5661, 1854), (9000, 1, 1),
    ])
    func `heights are those of the service`(width: Int, height: Int, expected: Int) {
        #expect(CompressedMaker.height(forWidth: width, height: height) == expected)
    }
}
