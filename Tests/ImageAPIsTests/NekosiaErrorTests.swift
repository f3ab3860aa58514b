import Fetching
import ImageAPIs
import JSONText
import Testing

@Suite struct NekosiaErrorTests {
    private func error(_ answer: HTTPAnswer) -> NekosiaError? {
        do throws(NekosiaError) {
            _ = try NekosiaImages(answer)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            ("No images matching the specified criteria were found. See https://example.org.", .noneMatching),
            ("Invalid \"rating\" parameter. Allowed values: safe, suggestive.", .ratingRefused),
            (
                "The \"nothing\" category requires at least one tag in the \"additionalTags\" parameter.", .tagsRequired
            ),
            ("Count must be between 1 and 20.", .countRefused), ("Count must be between 1 and 48.", .countRefused),
            (
                "Invalid id parameter. Length should be between 4 and 128 characters.", .identifierRefused(length: nil)
            ),
            ("The image with the provided identifier was not found.", .imageNotFound),
            ("Invalid session.", .refused(status: 400, message: "Invalid session.")),
            ("Not found", .refused(status: 400, message: "Not found")),
        ] as [(String, NekosiaError)])
    func `mistakes are told apart by their sentence`(message: String, expected: NekosiaError) {
        #expect(error(HTTPAnswer(400, Samples.refusal(400, message))) == expected)
    }

    @Test func `the length of a refused identifier is told`() {
        let body = #"{"message":"Invalid id parameter. Length should be 4.","length":2,"status":400,"success":false}"#
        #expect(error(HTTPAnswer(400, text: body)) == .identifierRefused(length: 2))
    }

    @Test func `an unknown path is not an unknown picture`() {
        #expect(error(HTTPAnswer(404, Samples.refusal(404, "Not found"))) == .pathNotFound)
        #expect(error(HTTPAnswer(404, Samples.refusal(404, "Gone"))) == .refused(status: 404, message: "Gone"))
    }

    @Test func `refusals that are no JSON keep their status`() {
        #expect(error(HTTPAnswer(403, text: "<html>")) == .refused(status: 403, message: nil))
        #expect(error(HTTPAnswer(429, text: "")) == .refused(status: 429, message: nil))
        #expect(error(HTTPAnswer(400, text: "{}")) == .refused(status: 400, message: nil))
    }

    @Test func `a failure under a good status is one`() {
        #expect(error(HTTPAnswer(200, Samples.noneMatching)) == .noneMatching)
    }

    @Test(
        arguments: [
            ("", "expected JSON: byte 1: expected a value, found the end of the text"),
            ("<html>", "expected JSON: byte 1: expected a value, found '<'"),
            ("[]", "$: expected an object, found an array"),
            ("{}", "$.image: missing, expected an object"),
            (#"{"images":{}}"#, "$.images: expected an array, found an object"),
            (#"{"images":[{},3]}"#, "$.images[1]: expected an object, found an integer"),
            (#"{"images":[{}]}"#, "$.images[0].image: missing, expected an object"),
            (#"{"count":"1"}"#, "$.count: expected an integer, found a string"),
            (#"{"success":1}"#, "$.success: expected a boolean, found an integer"),
        ])
    func `what is not understood says where`(body: String, message: String) {
        let expected = "the service answered 200 with something that is not understood: " + message
        #expect(error(HTTPAnswer(text: body))?.description == expected)
        #expect(error(HTTPAnswer(text: body))?.code == "nekosia-undecodable")
    }

    @Test(
        arguments: [
            (["image", "original", "url"], .null, "$.image.original.url: missing, expected a string"),
            (["image", "original", "url"], "", "$.image.original.url: expected a URL, found \"\""),
            (["id"], 7, "$.id: expected a string, found an integer"),
            (["tags"], ["a", 1], "$.tags[1]: expected a string, found an integer"),
            (["rating"], 1, "$.rating: expected a string or an object, found an integer"),
            (["rating"], ["rating": 1], "$.rating.rating: expected a string, found an integer"),
            (["metadata", "original", "width"], "1", "$.metadata.original.width: expected an integer, found a string"),
            (["attribution", "artist"], "A", "$.attribution.artist: expected an object, found a string"),
        ] as [([String], JSONValue, String)])
    func `a member of another type is named`(path: [String], value: JSONValue, message: String) {
        let body = JSONValue.object(Samples.image("1")).replacing(path[...], with: value)
        #expect(error(HTTPAnswer(body))?.description.hasSuffix(": " + message) == true)
    }
}

extension JSONValue {
    /// The same with another value at `path`.
    func replacing(_ path: ArraySlice<String>, with value: JSONValue) -> JSONValue {
        guard let key = path.first else { return value }
        guard case .object(var object) = self else { return self }
        object[key] = (object[key] ?? .null).replacing(path.dropFirst(), with: value)
        return .object(object)
    }
}
