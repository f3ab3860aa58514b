internal import JSONText

/// What the item that is kept takes over from one that is dropped: what was said of the dropped one and not of it.
public struct Inheritance: Sendable, Hashable {
    /// The id of the dropped item.
    public var from: String
    /// What was said of it; only what the keeper, and those before in its group, do not say.
    public var annotations: Annotations
    /// The page that shows it.
    public var page: String?
    /// Its file at its first publisher.
    public var direct: String?

    /// An inheritance of everything here.
    public init(from: String, annotations: Annotations, page: String? = nil, direct: String? = nil) {
        self.from = from
        self.annotations = annotations
        self.page = page
        self.direct = direct
    }

    /// Whether there is nothing to take over.
    public var isEmpty: Bool { annotations == Annotations() && page == nil && direct == nil }
}

extension Inheritance {
    /// What `record` has that `keeper` and the `earlier` ones of its group do not say; `nil` if that is nothing.
    public init?(of record: ManifestRecord, for keeper: ManifestRecord, behind earlier: [Inheritance]) {
        let said = [keeper.annotations] + earlier.map(\.annotations)
        func news<Value: Equatable>(_ value: (Annotations) -> Value?) -> Value? {
            guard let own = value(record.annotations), !said.contains(where: { value($0) == own }) else { return nil }
            return own
        }
        let tags = record.annotations.tags.filter { tag in !said.contains { $0.tags.contains(tag) } }
        let annotations = Annotations(
            tags: tags, category: news(\.category), artist: news(\.artist), anime: news(\.anime),
            character: news(\.character), copyright: news(\.copyright), rating: news(\.rating))
        let pages = [keeper.source.page] + earlier.map(\.page)
        let files = [keeper.source.direct] + earlier.map(\.direct)
        self.init(
            from: record.id, annotations: annotations,
            page: pages.contains(record.source.page) ? nil : record.source.page,
            direct: files.contains(record.source.direct) ? nil : record.source.direct)
        if isEmpty { return nil }
    }
}

extension Inheritance: WritableSection {
    func write(to writer: inout JSONWriter) {
        if let anime = annotations.anime { writer.member("anime", anime) }
        if let artist = annotations.artist { writer.section("artist", artist) }
        if let category = annotations.category { writer.member("category", category) }
        if let character = annotations.character { writer.member("character", character) }
        if let copyright = annotations.copyright { writer.member("copyright", copyright) }
        if let direct { writer.member("direct", direct) }
        writer.member("from", from)
        if let page { writer.member("page", page) }
        if let rating = annotations.rating { writer.member("rating", rating) }
        if !annotations.tags.isEmpty { writer.member("tags", annotations.tags) }
    }
}

extension Inheritance {
    init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            from: try reader.required("from"), annotations: try Annotations(reader), page: try reader.string("page"),
            direct: try reader.string("direct"))
    }
}
