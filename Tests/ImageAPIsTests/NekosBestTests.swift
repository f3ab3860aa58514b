import Fetching
import ImageAPIs
import JSONText
import Testing

@Suite struct NekosBestTests {
    private func query(_ subject: NekosBestQuery.Subject, amount: Int = 1) -> NekosBestQuery {
        var query = NekosBestQuery(subject)
        query.amount = amount
        return query
    }

    @Test func `queries are encoded`() throws {
        #expect(try query(.category("neko"), amount: 20).target().text == "/neko?amount=20")
        #expect(
            try query(.search("a b&c", type: .gif, category: "pat"), amount: 3).target().text
                == "/search?query=a%20b%26c&type=2&category=pat&amount=3")
        #expect(
            try query(.search("Frieren", type: .image, category: nil)).target().text
                == "/search?query=Frieren&type=1&amount=1")
    }

    @Test(
        arguments: [
            (.category("neko"), 0, .amount(0)), (.category("neko"), 21, .amount(21)),
            (.category(""), 1, .badCategory("")), (.category(".."), 1, .badCategory("..")),
            (.category("search"), 1, .badCategory("search")), (.category("endpoints"), 1, .badCategory("endpoints")),
            (.search("ab", type: .image, category: nil), 1, .queryLength(2)),
            (.search(String(repeating: "a", count: 151), type: .image, category: nil), 1, .queryLength(151)),
            (.search("abc", type: .image, category: "a/b"), 1, .badCategory("a/b")),
        ] as [(NekosBestQuery.Subject, Int, NekosBestQueryFault)])
    func `what the service would refuse is not sent`(
        subject: NekosBestQuery.Subject, amount: Int, fault: NekosBestQueryFault
    ) {
        #expect(throws: fault) { try query(subject, amount: amount).target() }
    }

    @Test func `categories are held against those that there are`() throws {
        let endpoints = try NekosBestEndpoints(HTTPAnswer(Samples.endpoints))
        #expect(endpoints.categories.map(\.name) == ["kitsune", "neko", "pat", "wave"])
        #expect(endpoints.fault(of: query(.category("pat"))) == nil)
        #expect(endpoints.fault(of: query(.search("abc", type: .image, category: nil))) == nil)
        #expect(
            endpoints.fault(of: query(.category("kitsnue"))) == .unknownCategory("kitsnue", suggestion: "kitsune"))
        #expect(
            endpoints.fault(of: query(.search("abc", type: .image, category: "pat")))
                == .wrongFormat(category: "pat", format: "gif"))
        #expect(throws: NekosBestError.self) { try NekosBestEndpoints(HTTPAnswer(["neko": "png"])) }
    }

    @Test func `sizes may be absent, and numbers stand for names`() throws {
        let body: JSONValue = [
            "results": [
                ["url": "https://nekos.example/api/v2/pat/008.gif?x=1", "anime_name": "A Series", "new": 1],
                ["url": "http://127.0.0.1:8080/api/v2/neko/0B9D5C52-8F0F-4D2E-9A6B-ABCDEF012345.png"],
            ]
        ]
        let pictures = try NekosBestPictures(HTTPAnswer(body)).results
        #expect(pictures.map(\.id) == ["pat/008", "0b9d5c52-8f0f-4d2e-9a6b-abcdef012345"])
        #expect(pictures.map(\.category) == ["pat", "neko"])
        #expect(pictures.map(\.fileExtension) == ["gif", "png"])
        #expect(pictures.map(\.width) == [nil, nil])
        #expect(pictures.map(\.credits.anime) == ["A Series", nil])
    }

    @Test(arguments: [
        (#"{}"#, "$.results: missing, expected an array"),
        (#"{"results":[{}]}"#, "$.results[0].url: missing, expected a string"),
        (#"{"results":[{"url":1}]}"#, "$.results[0].url: expected a string, found an integer"),
        (
            #"{"results":[{"url":"x.png"}]}"#,
            "$.results[0].url: expected a URL that ends in /category/name.format, found \"x.png\""
        ),
        (
            #"{"results":[{"url":"https://h/"}]}"#,
            "$.results[0].url: expected a URL that ends in /category/name.format, found \"https://h/\""
        ),
        (
            #"{"results":[{"url":"https://h/a/b.png","dimensions":{"width":"1"}}]}"#,
            "$.results[0].dimensions.width: expected an integer, found a string"
        ),
        ("no", "expected JSON: byte 1: expected a value, found 'n'"),
    ])
    func `what is not understood says where`(body: String, message: String) {
        do throws(NekosBestError) {
            _ = try NekosBestPictures(HTTPAnswer(text: body))
            Issue.record("\(body) was understood")
        } catch {
            #expect(error.description == "the service answered 200 with something that is not understood: " + message)
        }
    }

    @Test(
        arguments: [
            (404, .notFound), (403, .forbidden), (429, .refused(status: 429)), (500, .refused(status: 500)),
            (304, .refused(status: 304)),
        ] as [(Int, NekosBestError)])
    func `refusals are told by their status`(status: Int, error: NekosBestError) {
        #expect(throws: error) { try NekosBestPictures(HTTPAnswer(status, text: "API calls quota exceeded!")) }
        #expect(error.isTransient == (status == 429 || status == 500))
    }

    @Test func `the header of a file tells its credits`() async throws {
        let headers: HTTPFields = [
            "Content-Type": "image/png", "Artist_Name": "%E6%9F%8A+Somebody%2B", "anime_name": "50%",
            "artist_href": "https%3A%2F%2Fart.example%2Fa+b", "source_url": "%FF",
        ]
        let transport = ScriptedTransport { _, _ in HTTPAnswer(status: 200, headers: headers, body: [1, 2]) }
        let client = try NekosBestClient(transport: transport, contact: "me@example.com")
        let asset = try await client.asset(category: "neko", name: "a.png")
        #expect(asset.bytes == [1, 2])
        #expect(asset.contentType == "image/png")
        #expect(asset.credits.artist == "柊 Somebody+")
        #expect(asset.credits.artistPage == "https://art.example/a+b")
        // What is no encoding stays as it is.
        #expect(asset.credits.anime == "50%")
        #expect(asset.credits.page == "%FF")
        #expect(transport.requests.map(\.url) == ["https://nekos.best/api/v2/neko/a.png"])
        await #expect(throws: NekosBestError.query(.badFileName("../x"))) {
            try await client.asset(category: "neko", name: "../x")
        }
    }
}
