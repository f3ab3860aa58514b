public import Fetching

internal import JSONText
internal import Spelling

/// The answer to `GET /tags`: every name that published pictures have.
public struct NekosiaTags: Sendable, Hashable {
    /// Tags, which are categories too.
    public let tags: [String]
    /// Series.
    public let anime: [String]
    /// Characters.
    public let characters: [String]

    /// What `answer` holds.
    public init(_ answer: HTTPAnswer) throws(NekosiaError) {
        self = try answer.nekosia { (reader) throws(JSONShapeError) in
            guard reader.value("tags") != nil else { throw reader.missing("tags", "an array") }
            return NekosiaTags(
                tags: try reader.strings("tags"), anime: try reader.strings("anime"),
                characters: try reader.strings("characters"))
        }
    }

    private init(tags: [String], anime: [String], characters: [String]) {
        self.tags = tags
        self.anime = anime
        self.characters = characters
    }

    /// The names in `query` that the service does not have, in the order of the query.
    public func faults(of query: NekosiaQuery) -> [NekosiaQueryFault] {
        let special = [NekosiaQuery.noCategory, NekosiaQuery.anyCategory]
        // Series and characters are let pass: that the service takes them for tags was neither recorded nor denied.
        let known = Set(tags).union(anime).union(characters)
        var faults: [NekosiaQueryFault] = []
        if !special.contains(query.category), !known.contains(query.category) {
            let suggestion = NearMiss.suggestion(for: query.category, among: special + tags)
            faults.append(.unknownCategory(query.category, suggestion: suggestion))
        }
        for tag in query.additionalTags + query.blacklistedTags where !known.contains(tag) {
            faults.append(.unknownTag(tag, suggestion: NearMiss.suggestion(for: tag, among: tags)))
        }
        return faults
    }
}
