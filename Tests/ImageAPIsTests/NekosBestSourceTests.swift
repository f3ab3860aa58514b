import Fetching
import ImageAPIs
import JSONText
import Sourcing
import Testing

@Suite struct NekosBestSourceTests {
    private static let own = "http://127.0.0.1:8080/api/v2"

    private func run(
        _ transport: ScriptedTransport, amount: Int, subject: NekosBestQuery.Subject = .category("kitsune"),
        base: String = NekosBestClient.publicBase
    ) async throws -> SourceRun {
        try await SourceRun.of {
            try NekosBestSource(
                client: NekosBestClient(transport: transport, contact: "me@example.com", base: base),
                query: NekosBestQuery(subject), amount: amount)
        }
    }

    @Test func `pictures are asked for once and carry their credits`() async throws {
        let transport = ScriptedTransport { request, _ in HTTPAnswer(Samples.pictures(0..<request.number("amount"))) }
        let run = try await run(transport, amount: 20)
        #expect(run.items.map(\.id) == (0..<20).map { "nekosbest:" + Samples.uuid($0) })
        #expect(transport.requests.map(\.url) == ["https://nekos.best/api/v2/kitsune?amount=20"])
        #expect(run.notes.isEmpty)
        var expected = SourceItem(
            id: "nekosbest:" + Samples.uuid(0),
            locator: .url("https://nekos.example/api/v2/kitsune/\(Samples.uuid(0)).png"), kind: "nekosbest")
        expected.item = Samples.uuid(0)
        expected.page = "https://art.example/1"
        var declared = DeclaredFacts()
        (declared.width, declared.height, declared.fileExtension) = (760, 1200, "png")
        expected.declared = declared
        expected.annotations.category = "kitsune"
        expected.annotations.artist = .init(name: "Somebody", url: "https://art.example/somebody")
        #expect(run.items.first == expected)
    }

    @Test func `a small collection is all there is`() async throws {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(Samples.pictures(0..<3)) }
        let run = try await run(transport, amount: 10)
        #expect(run.items.count == 3)
        #expect(
            run.notes == [CollectionNote(service: "nekosbest", reason: .poolExhausted, found: 3, wanted: 10)])
        #expect(run.notes.first?.description == "nekosbest: 3 of 10 pictures: there are no more that match")
        #expect(transport.requests.count == 1)
    }

    @Test func `repeats are passed over`() async throws {
        let transport = ScriptedTransport { _, number in
            HTTPAnswer(Samples.pictures(number == 0 ? [0, 1, 1, 0] : Array(0..<20)))
        }
        let run = try await run(transport, amount: 4)
        #expect(run.items.map(\.item) == (0..<4).map { Samples.uuid($0) })
        #expect(transport.requests.map { $0.number("amount") } == [4, 20])
    }

    @Test func `a search is a source too`() async throws {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(Samples.pictures([5])) }
        let run = try await run(transport, amount: 1, subject: .search("Frieren", type: .image, category: nil))
        #expect(run.items.count == 1)
        #expect(transport.requests.map(\.url) == ["https://nekos.best/api/v2/search?query=Frieren&type=1&amount=1"])
    }

    @Test func `an unknown category is told with a near one`() async throws {
        let transport = ScriptedTransport { request, _ in
            request.path.hasSuffix("/endpoints") ? HTTPAnswer(Samples.endpoints) : HTTPAnswer(404, text: "no")
        }
        let unknown = try await run(transport, amount: 1, subject: .category("wawe"))
        let failure = ServiceFailure(
            service: "nekosbest", code: "nekosbest-unknown-category",
            message: "there is no category 'wawe'; is it 'wave'?", isTransient: false)
        #expect(unknown.error == .service(failure))
        #expect(transport.requests.count == 2)
        let known = try await run(transport, amount: 1, subject: .category("wave"))
        #expect(known.error?.code == "nekosbest-not-found")
    }

    @Test func `a run gets twenty pictures from nekos-best and no more`() throws {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(text: "") }
        let query = NekosBestQuery(.category("neko"))
        let theirs = try NekosBestClient(transport: transport, contact: "me@example.com")
        let own = try NekosBestClient(transport: transport, contact: nil, base: Self.own)
        #expect(throws: NekosBestError.terms(.tooManyPictures(wanted: 21, limit: 20))) {
            try NekosBestSource(client: theirs, query: query, amount: 21)
        }
        #expect(throws: Never.self) { try NekosBestSource(client: theirs, query: query, amount: 20) }
        #expect(throws: Never.self) { try NekosBestSource(client: own, query: query, amount: 200) }
        #expect(throws: NekosBestError.query(.amount(0))) {
            try NekosBestSource(client: own, query: query, amount: 0)
        }
    }

    @Test func `the pictures of all sources count together`() {
        let base = NekosBestClient.publicBase
        #expect(throws: NekosBestTerms.Breach.tooManyPictures(wanted: 32, limit: 20)) {
            try NekosBestTerms.check(pictures: 16 + 16, contact: "me@example.com", base: base)
        }
        #expect(throws: Never.self) { try NekosBestTerms.check(pictures: 20, contact: "x", base: base) }
        #expect(throws: Never.self) { try NekosBestTerms.check(pictures: 999, contact: nil, base: Self.own) }
    }

    @Test(arguments: [nil, "", "  "] as [String?])
    func `nekos-best is not asked without a contact`(contact: String?) {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(text: "") }
        #expect(throws: NekosBestError.terms(.noContact)) {
            try NekosBestClient(transport: transport, contact: contact)
        }
    }

    @Test(arguments: [
        ("https://nekos.best/api/v2", true), ("http://NEKOS.best.:443/api/v2", true), ("https://www.nekos.best", true),
        ("https://notnekos.best", false), ("http://127.0.0.1:8080/api/v2", false),
        ("https://nekos.best.example", false),
        ("", false),
    ])
    func `the terms bind at nekos-best`(base: String, bind: Bool) {
        #expect(NekosBestTerms.bind(base) == bind)
    }

    @Test func `breaches name the terms`() {
        let breach = NekosBestError.terms(.tooManyPictures(wanted: 21, limit: 20))
        #expect(breach.code == "nekosbest-too-many-pictures")
        #expect(breach.description.contains("terms forbid bulk download"))
        #expect(NekosBestError.terms(.noContact).description.contains("PAWPRINT_CONTACT"))
    }
}
