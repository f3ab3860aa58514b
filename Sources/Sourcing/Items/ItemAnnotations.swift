public import JSONText

/// What somebody says of a picture: tags, artist, rating, and whatever else came with the item.
public struct ItemAnnotations: Sendable, Hashable {
    /// Who made a picture.
    public struct Artist: Sendable, Hashable {
        /// The artist's name.
        public var name: String?
        /// The artist's page.
        public var url: String?

        /// An artist with what is known.
        public init(name: String? = nil, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// Tags in the source's order.
    public var tags: [String] = []
    /// The category under which the source files the picture.
    public var category: String?
    /// Who made it.
    public var artist: Artist?
    /// The title of the series.
    public var anime: String?
    /// The character's name.
    public var character: String?
    /// The notice of rights.
    public var copyright: String?
    /// The rating in the source's words, as `safe`.
    public var rating: String?
    /// Everything else that came with the item, by its key.
    public var extra = JSONObject()

    /// No annotations.
    public init() {}

    /// Whether nothing is said at all.
    public var isEmpty: Bool { self == ItemAnnotations() }
}
