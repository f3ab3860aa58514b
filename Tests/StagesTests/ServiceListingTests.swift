import Dataflow
import Foundation
import Manifests
import Sourcing
import Stages
import Synchronization
import TestSupport
import Testing

@Suite struct ServiceListingTests {
    @Test func `a second run lists the same and asks nobody`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let service = ScriptedService(answers: [["a", "b"], ["c"]], remark: "only three")
        let said = Mutex<[String]>([])
        let say: @Sendable (String) -> Void = { text in said.withLock { $0.append(text) } }
        _ = try await Datasets.run(orders: [service.order], into: dataset, fetcher: ScriptedFetcher(), say: say)
        let first = try Datasets.content(of: dataset)
        let records = try CorruptionTests.records(of: dataset)
        #expect(records.map(\.id) == ["test:a", "test:b", "test:c"])
        #expect(records.map(\.source.item) == ["a", "b", "c"])
        #expect(records.map(\.annotations.tags) == [["hoodie"], ["hoodie"], ["hoodie"]])
        #expect(records.map(\.declared?.width) == [1, 1, 1])
        #expect(service.asked.withLock { $0 } == 3)

        _ = try await Datasets.run(orders: [service.order], into: dataset, fetcher: ScriptedFetcher(), say: say)
        #expect(try Datasets.content(of: dataset) == first)
        #expect(service.asked.withLock { $0 } == 3)
        #expect(said.withLock { $0 } == ["only three", "only three"])
    }

    @Test(arguments: [1, 2])
    func `a listing that was cut goes on in the same session behind what it has`(answers: Int) async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let service = ScriptedService(answers: [["a", "b"], ["c"], ["d"]])
        service.failing.withLock { $0 = answers }
        let (result, _) = try await Datasets.run(
            orders: [service.order], into: dataset, fetcher: ScriptedFetcher())
        #expect(result.sourceError?.code == "down")
        #expect(result.isComplete, "what could be had is there")
        let cut = try CorruptionTests.records(of: dataset)
        #expect(cut.map(\.id) == Array(["test:a", "test:b", "test:c", "test:d"].prefix(answers + 1)) + ["test"])
        #expect(cut.last?.error?.stage == "list")

        service.failing.withLock { $0 = nil }
        _ = try await Datasets.run(orders: [service.order], into: dataset, fetcher: ScriptedFetcher())
        #expect(
            try CorruptionTests.records(of: dataset).map(\.id) == ["test:a", "test:b", "test:c", "test:d"])
        let sessions = service.sessions.withLock { $0 }
        #expect(sessions.count == 2 && Set(sessions).count == 1)
        #expect(service.asked.withLock { $0 } == 1 + answers + (4 - answers), "no answer was asked for twice")
    }

    @Test func `the other sources go on when a service is down`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let down = ScriptedService(answers: [["a"]], name: "down")
        down.failing.withLock { $0 = 0 }
        let up = ScriptedService(answers: [["b"]], name: "up")
        let (result, _) = try await Datasets.run(
            orders: [down.order, up.order], into: dataset, fetcher: ScriptedFetcher())
        #expect(result.sourceError?.code == "down")
        #expect(try CorruptionTests.records(of: dataset).map(\.id) == ["test", "test:b"])
    }

    @Test func `a refresh asks again, in another session`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let service = ScriptedService(answers: [["a"]])
        _ = try await Datasets.run(orders: [service.order], into: dataset, fetcher: ScriptedFetcher())
        _ = try await Datasets.run(
            orders: [service.order], into: dataset, options: RunOptions(jobs: 2, refreshes: true),
            fetcher: ScriptedFetcher())
        #expect(Set(service.sessions.withLock { $0 }).count == 2)
        #expect(try CorruptionTests.records(of: dataset).map(\.id) == ["test:a"])
    }

    @Test(arguments: [RunOptions(jobs: 2), RunOptions(jobs: 2, resumes: false), RunOptions(jobs: 2, refreshes: true)])
    func `offline, nobody is asked and nothing forgotten`(options: RunOptions) async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let service = ScriptedService(answers: [["a"], ["b"]])
        service.failing.withLock { $0 = 1 }
        _ = try await Datasets.run(orders: [service.order], into: dataset, fetcher: ScriptedFetcher())
        let said = Mutex<[String]>([])
        _ = try await Datasets.run(orders: [service.order], into: dataset, options: options) { text in
            said.withLock { $0.append(text) }
        }
        #expect(try CorruptionTests.records(of: dataset).map(\.id) == ["test:a"])
        #expect(said.withLock { $0 } == ["test: offline: 1 items were listed before, and there may be more"])
        #expect(service.sessions.withLock { $0.count } == 1)
    }
}

/// A service whose answers are known, and which may be down behind some of them.
private final class ScriptedService: Sendable {
    let answers: [[String]]
    let remark: String?
    let name: String
    /// How many answers there are before the service is down.
    let failing = Mutex<Int?>(nil)
    /// How often it was asked.
    let asked = Mutex(0)
    /// The sessions in which it was asked.
    let sessions = Mutex<[String]>([])

    init(answers: [[String]], remark: String? = nil, name: String = "test") {
        self.answers = answers
        self.remark = remark
        self.name = name
    }

    var order: SourceOrder {
        .service(
            ServiceOrder(kind: "test", name: name) { [self] session throws(SourceError) in
                sessions.withLock { $0.append(session) }
                return Source(service: self)
            })
    }

    private struct Source: AnsweringSource {
        let service: ScriptedService
        var position = 0
        var remark: String? { service.remark }

        mutating func resume(behind items: [SourceItem]) {
            var left = items.count
            while position < service.answers.count, left >= service.answers[position].count {
                left -= service.answers[position].count
                position += 1
            }
        }

        mutating func nextAnswer() throws(SourceError) -> [SourceItem] {
            service.asked.withLock { $0 += 1 }
            if position == service.failing.withLock({ $0 }) {
                throw .service(ServiceFailure(service: "test", code: "down", message: "down", isTransient: true))
            }
            guard position < service.answers.count else { return [] }
            position += 1
            return service.answers[position - 1].map { name in
                var item = SourceItem(
                    id: "test:" + name, locator: .url("https://pictures.test/\(name).png"), kind: "test")
                item.item = name
                var declared = DeclaredFacts()
                declared.width = 1
                item.declared = declared
                item.annotations.tags = ["hoodie"]
                return item
            }
        }
    }
}
