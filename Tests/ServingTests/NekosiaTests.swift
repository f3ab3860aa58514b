import JSONText
import Manifests
import Serving
import TestSupport
import Testing

@Suite struct NekosiaTests {
    private let scene: Scene

    init() throws {
        scene = try Scene([
            Records.nekosia(1), Records.nekosia(2, category: "foxgirl"),
            Records.tagged("a", "catgirl", ["catgirl", "hoodie", "red-ribbon"], rating: "suggestive"),
            Records.tagged("b", nil, ["hoodie"], rating: nil, format: "jpeg"),
            Records.tagged("c", "catgirl", ["catgirl"], rating: "unknown"),
        ])
    }

    @Test func `one picture stands at the top level, its members in the service's order`() async throws {
        let answer = try await scene.service().get("/api/v1/images/foxgirl")
        #expect(answer.status == 200)
        #expect(answer["content-type"] == "application/json; charset=utf-8")
        let folder = "http://pics.example:81/images/foxgirl/000000000000000000000002"
        #expect(
            answer.text == """
                {"success":true,"status":200,"count":1,"id":"000000000000000000000002",\
                "colors":{"main":"#8987B6","palette":["#564B84","#1A1130"]},\
                "image":{"original":{"url":"\(folder).png","extension":"png"},\
                "compressed":{"url":"\(folder)-compressed.jpg","extension":"jpeg"}},\
                "metadata":{"original":{"width":1002,"height":2000,"size":12347,"extension":"png"},\
                "compressed":{"width":1280,"height":960,"size":null,"extension":"jpeg"}},\
                "category":"foxgirl","tags":["foxgirl","animal-ears","blue-hair"],"rating":"safe",\
                "anime":{"title":"A \\"quoted\\" title","character":"Somebody"},\
                "source":{"url":"https://www.pixiv.net/en/artworks/2","direct":"https://i.pximg.net/2_p0.png"},\
                "attribution":{"artist":{"username":"ツユハ","profile":"https://www.pixiv.net/en/users/2"},\
                "copyright":"© by ツユハ"}}
                """)
    }

    @Test func `several stand under images, with the number that match`() async throws {
        let answer = try await scene.service().get("/api/v1/images/random?count=20&rating=suggestive")
        #expect(try answer.json().integer("count") == 4)
        #expect(Set(try answer.ids()).count == 4)
        #expect(answer.text.hasPrefix(#"{"success":true,"status":200,"count":4,"images":[{"id":""#))
    }

    @Test(
        arguments: [
            ("random", 3), ("random?rating=suggestive", 4), ("catgirl", 1), ("catgirl?rating=suggestive", 2),
            ("animal-ears", 2), ("hoodie", 1), ("nothing?additionalTags=hoodie,foxgirl", 2),
            ("nothing?additionalTags=hoodie%2C%20foxgirl,", 2), ("animal-ears?additionalTags=foxgirl,hoodie", 1),
            ("random?blacklistedTags=blue-hair", 1), ("random?blacklistedTags=foxgirl&additionalTags=blue-hair", 1),
            ("ribbon?rating=suggestive", 1), ("random?unknown=1&id=x", 3),
        ])
    func `categories, tags and rating decide what matches`(question: String, count: Int) async throws {
        let answer = try await scene.service().get("/api/v1/images/\(question)")
        #expect(try answer.json().integer("count") == count)
    }

    static let tagless = #"The \"nothing\" category requires at least one tag in the \"additionalTags\" parameter."#
    static let none =
        "No images matching the specified criteria were found. See https://nekosia.cat/documentation"
        + "?page=endpoints#tags-and-categories for more details."

    @Test(
        arguments: [
            ("unknown", none, ",\"example\":\"http://pics.example:81/api/v1/images/random\""),
            ("random?rating=nsfw", #"Invalid \"rating\" parameter. Allowed values: safe, suggestive."#, ""),
            ("nothing", tagless, ""),
            ("nothing?additionalTags=,", tagless, ""),
            ("random?count=50", "Count must be between 1 and 20.", ""),
            ("random?count=0", "Count must be between 1 and 20.", ""),
            ("random?count=-5", "Count must be between 1 and 20.", ""),
            ("random?count=invalid", "Count must be between 1 and 20.", ""),
            ("random?count=", "Count must be between 1 and 20.", ""),
            ("random?count=99999999999999999999", "Count must be between 1 and 20.", ""),
            (
                "random?session=id&id=ab", "Invalid id parameter. Length should be between 4 and 128 characters.",
                ",\"length\":2"
            ),
            (
                "random?session=id", "Invalid id parameter. Length should be between 4 and 128 characters.",
                ",\"length\":0"
            ),
            ("random?session=cookie", #"Invalid \"session\" parameter. Allowed values: ip, id."#, ""),
        ])
    func `every mistake is 400, in the words that were recorded`(
        question: String, message: String, more: String
    ) async throws {
        let answer = try await scene.service().get("/api/v1/images/\(question)")
        #expect(answer.status == 400)
        #expect(answer.text == #"{"success":false,"status":400,"message":"\#(message)"\#(more)}"#)
    }

    @Test(arguments: ["a@bc", "ab%0Acd", "abc%3F", "ab+%2Bcd"]) func `an identifier may not hold what is forbidden`(
        identifier: String
    ) async throws {
        let answer = try await scene.service().get("/api/v1/images/random?session=id&id=\(identifier)")
        #expect(answer.status == 400)
        #expect(try answer.json().string("message")?.hasPrefix("Invalid id parameter. It must not") == true)
    }

    @Test func `a picture by its id has no count, and its rating in an object`() async throws {
        let service = try scene.service()
        let answer = await service.get("/api/v1/getImageById/000000000000000000000001")
        #expect(answer.text.hasPrefix(#"{"success":true,"status":200,"id":"000000000000000000000001","colors""#))
        #expect(try answer.json().section("rating")?.string("rating") == "safe")
        let refused = await service.get("/api/v1/getImageById/abc")
        #expect(
            refused.text
                == #"{"success":false,"status":400,"message":"The image with the provided identifier was not found."}"#)
    }

    @Test func `tags are the names of what is offered`() async throws {
        let answer = try await scene.service().get("/api/v1/tags")
        #expect(
            answer.text == """
                {"status":200,"success":true,\
                "tags":["animal-ears","blue-hair","catgirl","foxgirl","hoodie","red-ribbon"],\
                "anime":["A \\"quoted\\" title"],"characters":["Somebody"]}
                """)
    }

    @Test func `the root says it runs, and unknown paths are not found`() async throws {
        let service = try scene.service()
        #expect(
            await service.get("/api/v1/").text == """
                {"status":200,"success":true,"message":"Operational","release":1,\
                "documentation":"https://nekosia.cat/documentation",\
                "example":"http://pics.example:81/api/v1/images/random"}
                """)
        let expected = """
            {"success":false,"status":404,"message":"Not found","docs":"https://nekosia.cat/documentation"}
            """
        for path in ["/api/v1/unknown", "/nothing", "/api", "/api/v1/images", "/api/v1/images/a/b", "//", "/api/v3/x"] {
            let answer = await service.get(path)
            #expect(answer.status == 404 && answer.text == expected, "\(path)")
        }
    }
}
