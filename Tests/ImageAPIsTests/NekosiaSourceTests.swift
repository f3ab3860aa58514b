import Fetching
import ImageAPIs
import JSONText
import Sourcing
import TestSupport
import Testing

@Suite struct NekosiaSourceTests {
    private func run(
        _ transport: ScriptedTransport, count: Int, session: NekosiaQuery.Session? = .id("run-1"),
        variants: [NekosiaSource.Variant] = [.original]
    ) async throws -> SourceRun {
        try await SourceRun.of {
            var query = NekosiaQuery(category: "catgirl")
            query.session = session
            return try NekosiaSource(
                client: NekosiaClient(transport: transport), query: query, count: count, variants: variants)
        }
    }

    private func note(_ reason: CollectionNote.Reason, _ found: Int, _ wanted: Int) -> CollectionNote {
        CollectionNote(service: "nekosia", reason: reason, found: found, wanted: wanted)
    }

    @Test(arguments: [(1, [1]), (20, [20]), (21, [20, 1]), (45, [20, 20, 5])])
    func `no more is asked for than is wanted`(count: Int, asked: [Int]) async throws {
        let service = PooledService(1000)
        let transport = ScriptedTransport { request, _ in service.answer(request) }
        let run = try await run(transport, count: count)
        #expect(run.items.map(\.id) == (0..<count).map { "nekosia:id\($0)/original" })
        #expect(transport.requests.map { $0.number("count") } == asked)
        #expect(
            transport.requests.allSatisfy { $0["session"] == "id" && $0["id"] == "run-1" && $0["rating"] == "safe" })
        #expect(run.notes.isEmpty)
        #expect(run.error == nil)
    }

    @Test func `nothing is asked before the first item is wanted`() async throws {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(Samples.noneMatching) }
        try await OwnQueue.run {
            _ = try NekosiaSource(
                client: NekosiaClient(transport: transport), query: NekosiaQuery(category: "catgirl"), count: 40)
        }
        #expect(transport.requests.isEmpty)
    }

    @Test(arguments: [(7, 1), (20, 1), (45, 3), (40, 2)])
    func `an exhausted pool ends the source without a request more`(pool: Int, requests: Int) async throws {
        let service = PooledService(pool)
        let transport = ScriptedTransport { request, _ in service.answer(request) }
        let run = try await run(transport, count: 60)
        #expect(run.items.count == pool)
        #expect(run.notes == [note(.poolExhausted, pool, 60)])
        #expect(run.error == nil)
        #expect(transport.requests.count == requests)
    }

    @Test func `a session that was reset ends the source`() async throws {
        // The session has seen ten of them in an earlier run, and starts over after the other fifty.
        let service = PooledService(60, alreadySeen: 20)
        let transport = ScriptedTransport { request, number in
            number < 2
                ? service.answer(request)
                : HTTPAnswer(Samples.images(["id59"] + (0..<19).map { "id\($0)" }, matching: 60, asked: 20))
        }
        let run = try await run(transport, count: 60)
        #expect(run.notes == [note(.sessionReset, 59, 60)])
        #expect(Set(run.items.map(\.id)).count == 59)
        #expect(transport.requests.count == 3)
    }

    @Test func `without a session repeats are passed over until an answer brings nothing new`() async throws {
        let answers = [Array(0..<20), Array(10..<30), Array(0..<20)]
        let transport = ScriptedTransport { request, number in
            let ids = answers[min(number, 2)].map { "id\($0)" }
            return HTTPAnswer(Samples.images(ids, matching: nil, asked: request.number("count")))
        }
        let run = try await run(transport, count: 40, session: nil)
        #expect(run.items.map(\.id) == (0..<30).map { "nekosia:id\($0)/original" })
        #expect(run.notes == [note(.nothingNew, 30, 40)])
        #expect(transport.requests.map { $0.number("count") } == [20, 20, 20])
        #expect(transport.requests.allSatisfy { $0["session"] == nil && $0["id"] == nil })
    }

    @Test func `a picture that stands twice in one answer is one`() async throws {
        let transport = ScriptedTransport { request, number in
            let ids = number == 0 ? ["a", "b", "a"] : ["c"]
            return HTTPAnswer(Samples.images(ids, matching: 100, asked: request.number("count")))
        }
        let run = try await run(transport, count: 3)
        #expect(run.items.map(\.item) == ["a", "b", "c"])
        #expect(transport.requests.map { $0.number("count") } == [3, 1])
        #expect(run.notes.isEmpty)
    }

    @Test func `an answer with more than was asked for gives what was wanted`() async throws {
        let transport = ScriptedTransport { _, _ in
            HTTPAnswer(Samples.images(["a", "b", "c"], matching: 100, asked: 20))
        }
        #expect(try await run(transport, count: 2).items.map(\.item) == ["a", "b"])
        #expect(transport.requests.count == 1)
    }

    @Test func `variants stand side by side and know each other`() async throws {
        let service = PooledService(100)
        let transport = ScriptedTransport { request, _ in service.answer(request) }
        let run = try await run(transport, count: 2, variants: [.original, .compressed])
        #expect(
            run.items.map(\.id) == [
                "nekosia:id0/original", "nekosia:id0/compressed", "nekosia:id1/original", "nekosia:id1/compressed",
            ])
        #expect(run.items.map(\.item) == ["id0", "id0", "id1", "id1"])
        #expect(run.items.map(\.variant) == ["original", "compressed", "original", "compressed"])
        #expect(run.items.map { $0.declared?.width } == [1536, 1280, 1536, 1280])
    }

    @Test func `an item carries everything that the service says`() async throws {
        let service = PooledService(100)
        let transport = ScriptedTransport { request, _ in service.answer(request) }
        let item = try #require(try await run(transport, count: 1, variants: [.compressed]).items.first)
        var expected = SourceItem(
            id: "nekosia:id0/compressed",
            locator: .url("https://cdn.example/images/catgirl/id0-compressed.jpg"), kind: "nekosia")
        expected.item = "id0"
        expected.variant = "compressed"
        expected.page = "https://art.example/1"
        expected.direct = "https://art.example/1_p0.png"
        var declared = DeclaredFacts()
        (declared.width, declared.height, declared.bytes) = (1280, 1920, 768_308)
        declared.fileExtension = "jpeg"
        declared.mainColor = "#8987B6"
        declared.palette = ["#564B84", "#1A1130"]
        expected.declared = declared
        expected.annotations.tags = ["catgirl", "blue-hair"]
        expected.annotations.category = "catgirl"
        expected.annotations.artist = .init(name: "Somebody", url: "https://art.example/somebody")
        expected.annotations.character = "One"
        expected.annotations.copyright = "Copyright 2023 © by Somebody."
        expected.annotations.rating = "safe"
        #expect(item == expected)
    }

    @Test func `a name that the service does not have is told with a near one`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasSuffix("/tags") ? HTTPAnswer(Samples.tags) : HTTPAnswer(400, Samples.noneMatching)
        }
        let run = try await SourceRun.of {
            try NekosiaSource(
                client: NekosiaClient(transport: transport), query: NekosiaQuery(category: "catgril"), count: 3)
        }
        let failure = ServiceFailure(
            service: "nekosia", code: "nekosia-unknown-category",
            message: "there is no category 'catgril'; is it 'catgirl'?", isTransient: false)
        #expect(run.error == .service(failure))
        #expect(run.items.isEmpty)
    }

    @Test func `a query that nothing matches is a note and no failure`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasSuffix("/tags") ? HTTPAnswer(Samples.tags) : HTTPAnswer(400, Samples.noneMatching)
        }
        let run = try await run(transport, count: 3)
        #expect(run.error == nil)
        #expect(run.notes == [note(.noneMatching, 0, 3)])
        #expect(transport.requests.map(\.path) == ["/api/v1/images/catgirl", "/api/v1/tags"])
    }

    @Test func `a pool that is empty after some answers is exhausted`() async throws {
        let transport = ScriptedTransport { request, number in
            number > 0
                ? HTTPAnswer(400, Samples.noneMatching)
                : HTTPAnswer(Samples.images((0..<20).map { "id\($0)" }, matching: nil, asked: 20))
        }
        let run = try await run(transport, count: 40)
        #expect(run.notes == [note(.poolExhausted, 20, 40)])
        #expect(transport.requests.count == 2)
    }

    @Test func `a failure keeps what came before it`() async throws {
        let service = PooledService(1000)
        let transport = ScriptedTransport { (request, number) throws(FetchError) in
            if number == 1 { throw .status(503, retryAfter: nil) }
            return service.answer(request)
        }
        let run = try await run(transport, count: 40)
        #expect(run.items.count == 20)
        let failure = ServiceFailure(
            service: "nekosia", code: "http-503", message: "the server answered 503: an error on its side",
            isTransient: true)
        #expect(run.error == .service(failure))
        #expect(run.error?.description == "nekosia: the server answered 503: an error on its side")
        #expect(run.error?.code == "http-503")
        #expect(run.notes.isEmpty)
    }

    @Test func `a source goes on behind what was listed before`() async throws {
        let service = PooledService(1000)
        let transport = ScriptedTransport { request, _ in service.answer(request) }
        let first = try await run(transport, count: 20).items
        let run = try await SourceRun.of(behind: first) {
            var query = NekosiaQuery(category: "catgirl")
            query.session = .id("run-1")
            return try NekosiaSource(client: NekosiaClient(transport: transport), query: query, count: 25)
        }
        #expect(run.items.map(\.item) == (20..<25).map { "id\($0)" })
        #expect(transport.requests.map { $0.number("count") } == [20, 5])
    }

    @Test func `a wrong query is refused before anything is sent`() {
        let client = NekosiaClient(transport: ScriptedTransport { _, _ in HTTPAnswer(text: "") })
        #expect(throws: NekosiaQueryFault.tagsRequired) {
            try NekosiaSource(client: client, query: NekosiaQuery(category: "nothing"), count: 1)
        }
        #expect(throws: NekosiaQueryFault.count(0)) {
            try NekosiaSource(client: client, query: NekosiaQuery(category: "catgirl"), count: 0)
        }
    }

    @Test func `a source that is pulled within a task is a mistake of the program`() async {
        await #expect(processExitsWith: .failure) {
            var source = try NekosiaSource(
                client: NekosiaClient(transport: ScriptedTransport { _, _ in HTTPAnswer(text: "") }),
                query: NekosiaQuery(category: "catgirl"), count: 1)
            _ = try source.nextAnswer()
        }
    }
}
