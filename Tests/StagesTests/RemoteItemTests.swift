import Fetching
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

    @Test func `a refresh asks only whether what is here has changed`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let fetcher = ScriptedFetcher()
        let source = { ListSource(bytes: Array(Self.list.utf8), name: "list.jsonl") }
        _ = try await Datasets.run([source()], into: dataset, fetcher: fetcher)
        let first = try Datasets.content(of: dataset)
        let refreshing = RunOptions(jobs: 2, refreshes: true)
        _ = try await Datasets.run([source()], into: dataset, options: refreshing, fetcher: fetcher)
        #expect(try Datasets.content(of: dataset) == first)
        #expect(fetcher.versions.withLock { $0 } == ["a.png": ["\"1\""]])
        #expect(fetcher.asked.withLock { $0.count(where: { $0 == "gone.png" }) } == 2, "it may have come back")
        fetcher.current.withLock { $0 = "\"2\"" }
        _ = try await Datasets.run([source()], into: dataset, options: refreshing, fetcher: fetcher)
        _ = try await Datasets.run([source()], into: dataset, options: refreshing, fetcher: fetcher)
        #expect(fetcher.versions.withLock { $0 } == ["a.png": ["\"1\"", "\"1\"", "\"2\""]])
    }

    @Test func `what is larger than allowed by the source's own word is not asked for`() async throws {
        let list = "{\"url\": \"https://pictures.test/a.png\", \"declared\": {\"bytes\": 99999999999}}"
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        _ = try await Datasets.run(
            [ListSource(bytes: Array(list.utf8), name: "list.jsonl")], into: dataset, fetcher: HTTPFetcher())
        let failure = try #require(try CorruptionTests.records(of: dataset)[0].error)
        #expect(failure.stage == "fetch")
        #expect(["fetch-too-large", "fetch-built-without-http"].contains(failure.code))
    }
}
