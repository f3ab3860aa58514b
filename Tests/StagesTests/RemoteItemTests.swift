import Foundation
import Manifests
import Sourcing
import Stages
import Synchronization
import TestSupport
import Testing

@Suite struct RemoteItemTests {
    private static let list = """
        {"url": "https://pictures.test/a.png", "tags": ["headphones"]}
        {"url": "https://pictures.test/gone.png"}
        {"url": "https://pictures.test/busy.png"}
        """

    @Test func `what is fetched is kept by its content and never asked for again`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let fetcher = ScriptedFetcher()
        let source = { ListSource(bytes: Array(Self.list.utf8), name: "list.jsonl") }
        _ = try await Datasets.run([source()], into: dataset, fetcher: fetcher)
        let first = try CorruptionTests.records(of: dataset)
        #expect(first.map { $0.error?.code } == [nil, "not-found", "busy"])
        let name = try #require(first[0].fileName)
        #expect(name.hasPrefix("images/") && name.hasSuffix(".png"))
        #expect(FileManager.default.fileExists(atPath: dataset.appending(path: name).path))
        #expect(first[0].annotations.tags == ["headphones"])
        #expect(first[0].source.url == "https://pictures.test/a.png")
        #expect(fetcher.asked.withLock { $0 } == ["a.png", "busy.png", "gone.png"])

        _ = try await Datasets.run([source()], into: dataset, fetcher: fetcher)
        #expect(try CorruptionTests.records(of: dataset) == first)
        #expect(
            fetcher.asked.withLock { $0 } == ["a.png", "busy.png", "busy.png", "gone.png"],
            "only what failed for a passing reason is tried again")
    }

    @Test func `offline, what is here is used and the rest says so`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let source = { ListSource(bytes: Array(Self.list.utf8), name: "list.jsonl") }
        _ = try await Datasets.run([source()], into: dataset, fetcher: ScriptedFetcher())
        _ = try await Datasets.run([source()], into: dataset, fetcher: nil)
        let codes = try CorruptionTests.records(of: dataset).map { $0.error?.code }
        #expect(codes == [nil, "not-found", "offline"])
    }
}

/// Answers from the fixtures, fails as its URLs say, and writes down what it was asked for.
private final class ScriptedFetcher: ByteFetcher {
    let asked = Mutex<[String]>([])

    func fetch(_ item: SourceItem, into folder: String) async -> Result<FetchedFile, FetchFailure> {
        let name = URL(filePath: item.locator.text).lastPathComponent
        asked.withLock { $0 = ($0 + [name]).sorted() }
        switch name {
        case "gone.png": return .failure(FetchFailure(code: "not-found", message: "404", isTransient: false))
        case "busy.png": return .failure(FetchFailure(code: "busy", message: "503", isTransient: true))
        default: break
        }
        do {
            let bytes = try Fixtures.file("good/formats/png-rgb.png")
            let path = folder + "/" + UUID().uuidString
            try Data(bytes).write(to: URL(filePath: path))
            return .success(FetchedFile(path: path, bytes: bytes.count, digest: ContentDigest(of: bytes.span)))
        } catch {
            return .failure(FetchFailure(code: "broken-test", message: "\(error)", isTransient: false))
        }
    }
}
