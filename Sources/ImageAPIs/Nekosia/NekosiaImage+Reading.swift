internal import JSONText

extension NekosiaImage {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        let colors = try reader.section("colors")
        let files = try reader.requiredSection("image")
        // Until August 2024 the facts of the files stood under `bytes`.
        let oldFacts = try reader.section("bytes")
        let facts = try reader.section("metadata") ?? oldFacts
        let rating = try Self.rating(reader)
        let anime = try reader.section("anime")
        let source = try reader.section("source")
        let credits = try reader.section("attribution")
        let artist = try credits?.section("artist")
        self.init(
            id: try reader.required("id"), mainColor: try colors?.string("main"),
            palette: try colors?.strings("palette") ?? [],
            original: try Rendition(files.requiredSection("original"), facts: facts?.section("original")),
            compressed: try Rendition(files.requiredSection("compressed"), facts: facts?.section("compressed")),
            category: try reader.string("category"), tags: try reader.strings("tags"), rating: rating.word,
            ratingScores: rating.scores, anime: try anime?.string("title"),
            character: try anime.flatMap { (anime) throws(JSONShapeError) in try anime.names("character") },
            page: try source?.string("url"), direct: try source?.string("direct"),
            artist: try artist?.string("username"), artistPage: try artist?.string("profile"),
            copyright: try credits?.string("copyright"))
    }

    /// `images` says one word; `getImageById` says it in an object, with what a classifier thinks.
    private static func rating(_ reader: JSONReader) throws(JSONShapeError) -> (word: String?, scores: JSONObject) {
        guard case .object(var scores)? = reader.value("rating") else {
            if let value = reader.value("rating"), case .string(let word) = value { return (word, JSONObject()) }
            if let value = reader.value("rating") { throw reader.wrongType("rating", "a string or an object", value) }
            return (nil, JSONObject())
        }
        let word = try reader.requiredSection("rating").string("rating")
        scores["rating"] = nil
        return (word, scores)
    }
}

extension NekosiaImage.Rendition {
    init(_ file: JSONReader, facts: JSONReader?) throws(JSONShapeError) {
        let url: String = try file.required("url")
        guard !url.isEmpty else { throw file.invalid("url", expected: "a URL", found: "\"\"") }
        let (bytes, fileExtension) = (try file.integer("bytes"), try file.string("extension"))
        self.init(
            url: url, width: try facts?.integer("width"), height: try facts?.integer("height"),
            bytes: try facts?.integer("size") ?? bytes,
            fileExtension: try facts?.string("extension") ?? fileExtension)
    }
}

extension JSONReader {
    /// One name, or several that are put together with commas: the service keeps an array of them since June 2026.
    func names(_ key: String) throws(JSONShapeError) -> String? {
        guard case .array? = value(key) else { return try string(key) }
        let names = try strings(key)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
