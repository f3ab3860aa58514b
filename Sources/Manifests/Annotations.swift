public import JSONText

/// What somebody says of a picture. Nothing here was measured.
public struct Annotations: Sendable, Hashable {
    /// Who drew the picture.
    public struct Artist: Sendable, Hashable {
        /// The name.
        public var name: String?
        /// A page of the artist.
        public var url: String?

        /// An artist.
        public init(name: String? = nil, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// The tags, in the source's order.
    public var tags: [String]
    /// The main category.
    public var category: String?
    /// Who drew the picture.
    public var artist: Artist?
    /// The series.
    public var anime: String?
    /// Who is shown.
    public var character: String?
    /// Who owns the picture.
    public var copyright: String?
    /// The source's rating: `safe`, `suggestive`.
    public var rating: String?
    /// Whatever else a list says, under its own keys; not written when empty.
    public var extra: JSONObject

    /// Annotations; without arguments, none.
    public init(
        tags: [String] = [], category: String? = nil, artist: Artist? = nil, anime: String? = nil,
        character: String? = nil, copyright: String? = nil, rating: String? = nil, extra: JSONObject = JSONObject()
    ) {
        self.tags = tags
        self.category = category
        self.artist = artist
        self.anime = anime
        self.character = character
        self.copyright = copyright
        self.rating = rating
        self.extra = extra
    }
}
