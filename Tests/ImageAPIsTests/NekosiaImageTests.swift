import Fetching
import ImageAPIs
import JSONText
import Testing

@Suite struct NekosiaImageTests {
    private func image(_ change: (inout JSONObject) -> Void = { _ in }) throws -> NekosiaImage {
        var object = Samples.image("66a0")
        change(&object)
        return try NekosiaImage(HTTPAnswer(.object(object)))
    }

    @Test func `one picture and several are read alike`() throws {
        let one = try NekosiaImages(HTTPAnswer(Samples.images(["a"], matching: 7, asked: 1)))
        let several = try NekosiaImages(HTTPAnswer(Samples.images(["a", "b"], matching: 7, asked: 2)))
        #expect(one.matching == 7)
        #expect(several.matching == 7)
        #expect(one.images == [several.images[0]])
        #expect(several.images.map(\.id) == ["a", "b"])
        #expect(try NekosiaImages(HTTPAnswer(Samples.images([], matching: 0, asked: 2))).images.isEmpty)
    }

    @Test func `everything but identifier and files may be absent`() throws {
        let image = try image { object in
            for key in ["colors", "metadata", "category", "tags", "rating", "anime", "source", "attribution"] {
                object[key] = nil
            }
        }
        #expect(image.palette.isEmpty)
        #expect(image.original.width == nil)
        #expect(image.original.fileExtension == "png")
        #expect(image.artist == nil)
        #expect(image.rating == nil)
    }

    @Test func `unknown keys and an absent or empty key are no error`() throws {
        let plain = try image()
        #expect(try image { $0["key"] = .null } == plain)
        #expect(try image { $0["new"] = ["deep": [1, 2, .null]] } == plain)
    }

    @Test func `several characters become one text`() throws {
        #expect(try image { $0["anime"] = ["character": ["A", "B"]] }.character == "A, B")
        #expect(try image { $0["anime"] = ["character": []] }.character == nil)
        #expect(try image().character == "One")
    }

    @Test func `the facts of files may stand under their old key`() throws {
        let plain = try image()
        let old = try image { object in
            object["bytes"] = object["metadata"]
            object["metadata"] = nil
        }
        #expect(old == plain)
    }
}
