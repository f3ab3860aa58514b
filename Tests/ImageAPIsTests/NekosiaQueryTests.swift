import Fetching
import ImageAPIs
import JSONText
import TestSupport
import Testing

@Suite struct NekosiaQueryTests {
    private func query(_ category: String = "catgirl", _ change: (inout NekosiaQuery) -> Void = { _ in })
        -> NekosiaQuery
    {
        var query = NekosiaQuery(category: category)
        change(&query)
        return query
    }

    @Test func `a query asks for one safe picture by default`() throws {
        #expect(try query().target().text == "/images/catgirl?count=1&rating=safe")
    }

    @Test func `everything that can be asked for is encoded`() throws {
        let full = query("nothing") {
            $0.count = 20
            $0.additionalTags = ["blue-hair", "a b&c"]
            $0.blacklistedTags = ["hoodie"]
            $0.rating = .suggestive
            $0.session = .id("run-1é")
        }
        #expect(
            try full.target().text
                == "/images/nothing?count=20&additionalTags=blue-hair%2Ca%20b%26c&blacklistedTags=hoodie"
                + "&rating=suggestive&session=id&id=run-1%C3%A9")
        #expect(try query { $0.session = .ip }.target().text.hasSuffix("&session=ip"))
        #expect(
            try query("cat girl?").target().url(at: "http://127.0.0.1:8080/api/v1/")
                == "http://127.0.0.1:8080/api/v1/images/cat%20girl%3F?count=1&rating=safe")
    }

    @Test(arguments: [
        (0, NekosiaQueryFault.count(0)), (21, .count(21)), (-5, .count(-5)), (48, .count(48)),
    ])
    func `a count that the service refuses is not sent`(count: Int, fault: NekosiaQueryFault) {
        #expect(throws: fault) { try query { $0.count = count }.target() }
    }

    @Test(arguments: [
        ("abc", NekosiaQueryFault.identifierLength(3)), ("", .identifierLength(0)),
        (String(repeating: "a", count: 129), .identifierLength(129)), ("ab@cd", .identifierCharacter("@")),
        ("what?", .identifierCharacter("?")), ("a_bcd", .identifierCharacter("_")),
        ("ab\ncd", .identifierCharacter("\n")),
        ("🐾🐾🐾🐾" + String(repeating: "🐾", count: 61), .identifierLength(130)),
    ])
    func `an identifier that the service refuses is not sent`(identifier: String, fault: NekosiaQueryFault) {
        #expect(throws: fault) { try query { $0.session = .id(identifier) }.target() }
    }

    @Test func `every forbidden character is found, and others are not`() {
        for character in "!@#$%^&*()_+{}|:\"<>?" {
            #expect(query { $0.session = .id("abc\(character)") }.fault == .identifierCharacter(character))
        }
        for good in ["abcd", "a-b-c-d", "0b9d5c52-8f0f-4d2e-9a6b-000000000000", String(repeating: "a", count: 128)] {
            #expect(query { $0.session = .id(good) }.fault == nil)
        }
    }

    @Test func `tags have to make sense`() {
        #expect(query("nothing").fault == .tagsRequired)
        #expect(query("nothing") { $0.additionalTags = ["hoodie"] }.fault == nil)
        #expect(query { $0.additionalTags = ["a,b"] }.fault == .badTag("a,b"))
        #expect(query { $0.blacklistedTags = [""] }.fault == .badTag(""))
        #expect(
            query {
                $0.additionalTags = ["hoodie"]
                $0.blacklistedTags = ["maid", "hoodie"]
            }.fault == .contradictoryTag("hoodie"))
    }

    @Test(arguments: ["", ".", "..", "a/b", "../tags", "a\\b", "a\u{0}"])
    func `a category is one component of a path`(category: String) {
        #expect(query(category).fault == .badCategory(category))
    }

    @Test func `names are held against those that the service has`() throws {
        let tags = try NekosiaTags(HTTPAnswer(Samples.tags))
        for category in ["catgirl", "nothing", "random", "hoodie"] {
            #expect(tags.faults(of: query(category) { $0.additionalTags = ["blue-hair"] }).isEmpty)
        }
        let wrong = query("catgril") {
            $0.additionalTags = ["blue-hiar", "A Series"]
            $0.blacklistedTags = ["zzzzzzzz", "Somebody Else"]
        }
        #expect(
            tags.faults(of: wrong) == [
                .unknownCategory("catgril", suggestion: "catgirl"), .unknownTag("blue-hiar", suggestion: "blue-hair"),
                .unknownTag("zzzzzzzz", suggestion: nil),
            ])
        #expect(
            tags.faults(of: wrong).first?.description == "there is no category 'catgril'; is it 'catgirl'?")
    }

    @Test func `a client sends nothing that is wrong`() async {
        let transport = ScriptedTransport { _, _ in HTTPAnswer(Samples.tags) }
        let client = NekosiaClient(transport: transport)
        await #expect(throws: NekosiaError.query(.tagsRequired)) { try await client.images(query("nothing")) }
        await #expect(throws: NekosiaError.query(.badImageIdentifier(".."))) { try await client.image(id: "..") }
        await #expect(throws: NekosiaError.query(.count(0))) { try await client.check(query { $0.count = 0 }) }
        #expect(transport.requests.isEmpty)
        await #expect(throws: NekosiaError.query(.unknownTag("hodie", suggestion: "hoodie"))) {
            try await client.check(query { $0.additionalTags = ["hodie"] })
        }
        #expect(transport.requests.map(\.url) == ["https://api.nekosia.cat/api/v1/tags"])
    }

    @Test func `each request goes to its path under the base`() async throws {
        let transport = ScriptedTransport { request, _ in
            switch request.path {
            case "/x/getImageById/66a0": HTTPAnswer(.object(Samples.image("66a0")))
            case "/x": HTTPAnswer(["message": "Operational", "release": 1])
            default: HTTPAnswer(404, Samples.refusal(404, "Not found"))
            }
        }
        let client = NekosiaClient(transport: transport, base: "http://localhost:1/x")
        #expect(try await client.image(id: "66a0").id == "66a0")
        #expect(try await client.status().release == 1)
        await #expect(throws: NekosiaError.pathNotFound) { try await client.tags() }
        let refused = ScriptedTransport { _, _ throws(FetchError) in throw .cannotConnect }
        await #expect(throws: NekosiaError.transport(.cannotConnect)) {
            try await NekosiaClient(transport: refused).tags()
        }
    }
}
