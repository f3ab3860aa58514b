import JSONText
import Fetching
import Foundation
import ImageAPIs
import Testing

@Suite(.enabled(if: Recordings.exist)) struct NekosiaRecordingsTests {
    /// What each recording is, by its name.
    private static let errors: [String: NekosiaError] = [
        "getImageById-not-found-400.json": .imageNotFound,
        "images-count-out-of-range-400.json": .countRefused,
        "images-nothing-no-tags-400.json": .tagsRequired,
        "images-rating-invalid-400.json": .ratingRefused,
        "images-session-id-too-short-400.json": .identifierRefused(length: 2),
        "images-unknown-category-400.json": .noneMatching,
        "unknown-path-404.json": .pathNotFound,
    ]
    private static let images: [String: (matching: Int?, count: Int)] = [
        "docsample-images-catgirl-200-2024-07-28-3eb1d33.json": (1, 1),
        "images-catgirl-count1-200.tags-shortened.json": (959, 1),
        "images-nothing-count2-200.json": (1011, 2),
    ]
    private static let others = [
        "getImageById-200.tags-shortened.json", "root-v1-200.json", "tags-200-excerpt.json",
    ]

    @Test func `every recording is one of those that are tested here`() throws {
        let known = Self.errors.map(\.key) + Self.images.map(\.key) + Self.others
        #expect(try Recordings.names("nekosia") == known.sorted())
    }

    @Test func `every recorded error has its case`() throws {
        for (name, error) in Self.errors {
            let answer = try Recordings.answer("nekosia", name)
            #expect(throws: error, "\(name)") { try NekosiaImages(answer) }
            #expect(throws: error, "\(name)") { try NekosiaTags(answer) }
        }
    }

    @Test func `every recorded answer with pictures decodes whole`() throws {
        for (name, expected) in Self.images {
            let answer = try Recordings.answer("nekosia", name)
            let decoded = try NekosiaImages(answer)
            #expect(decoded.matching == expected.matching, "\(name)")
            #expect(decoded.images.count == expected.count, "\(name)")
            let raw = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
            let entries = raw?["images"] as? [[String: Any]] ?? [raw ?? [:]]
            for (image, entry) in zip(decoded.images, entries) { try Self.compare(image, entry) }
        }
    }

    @Test func `a picture by its identifier has its rating in an object`() throws {
        let answer = try Recordings.answer("nekosia", "getImageById-200.tags-shortened.json")
        let image = try NekosiaImage(answer)
        #expect(image.rating == "safe")
        #expect(image.ratingScores["drawing"] == .number(98.61))
        #expect(image.ratingScores["neutral"] == 0)
        #expect(image.ratingScores["available"] == true)
        let raw = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        try Self.compare(image, raw ?? [:])
        let other = try NekosiaImages(
            try Recordings.answer("nekosia", "images-catgirl-count1-200.tags-shortened.json"))
        #expect(other.images.first?.original == image.original)
        #expect(other.images.first?.rating == image.rating)
    }

    @Test func `tags and the root of the service are read`() throws {
        let tags = try NekosiaTags(try Recordings.answer("nekosia", "tags-200-excerpt.json"))
        #expect(tags.tags.count == 30)
        #expect(tags.anime.count == 4)
        #expect(tags.characters.count == 1)
        let status = try NekosiaStatus(try Recordings.answer("nekosia", "root-v1-200.json"))
        #expect(status.message == "Operational")
        #expect(status.release == 1)
        #expect(status.example == "https://api.nekosia.cat/api/v1/images/catgirl")
    }

    /// Compares with what another reader of JSON finds.
    private static func compare(_ image: NekosiaImage, _ entry: [String: Any]) throws {
        func text(_ path: String...) -> String? { value(entry, path[...]) as? String }
        #expect(image.id == text("id"))
        #expect(image.mainColor == text("colors", "main"))
        #expect(image.palette == value(entry, ["colors", "palette"]) as? [String])
        #expect(image.palette.count == 14)
        #expect(image.tags == entry["tags"] as? [String])
        #expect(image.category == text("category"))
        #expect(image.page == text("source", "url"))
        #expect(image.direct == text("source", "direct"))
        #expect(image.artist == text("attribution", "artist", "username"))
        #expect(image.artistPage == text("attribution", "artist", "profile"))
        #expect(image.copyright == text("attribution", "copyright"))
        for (name, file) in [("original", image.original), ("compressed", image.compressed)] {
            let facts = entry["metadata"] == nil ? "bytes" : "metadata"
            #expect(file.url == text("image", name, "url"))
            #expect(file.width == value(entry, [facts, name, "width"]) as? Int)
            #expect(file.height == value(entry, [facts, name, "height"]) as? Int)
            #expect(file.bytes == value(entry, [facts, name, "size"]) as? Int)
            #expect(file.fileExtension == text(facts, name, "extension"))
            #expect(file.width != nil && file.height != nil && file.bytes != nil)
        }
        #expect(image.compressed.width == 1280)
    }

    private static func value(_ entry: Any?, _ path: ArraySlice<String>) -> Any? {
        guard let key = path.first else { return entry }
        return value((entry as? [String: Any])?[key], path.dropFirst())
    }
}
