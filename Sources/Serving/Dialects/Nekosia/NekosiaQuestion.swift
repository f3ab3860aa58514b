/// What is asked of `GET /images/:category`, validated in the order in which the service looks at it.
struct NekosiaQuestion: Sendable, Hashable {
    /// By what the server remembers what it has offered.
    enum Session: Sendable, Hashable {
        case ip
        case id(String)
    }

    /// The category that stands for none; it wants additional tags.
    static let noCategory = "nothing"
    /// The category that stands for any.
    static let anyCategory = "random"

    let category: String
    let count: Int
    let additionalTags: [String]
    let blacklistedTags: [String]
    let rating: Rating
    let session: Session?

    /// The question in `query`. Parameters that mean nothing here are let pass, as the service does.
    init(category: String, _ query: Query) throws(NekosiaRefusal) {
        self.category = category
        guard let count = Self.count(query["count"]) else { throw .countRefused }
        self.count = count
        guard let rating = Rating(rawValue: query["rating"] ?? Rating.safe.rawValue) else { throw .ratingRefused }
        self.rating = rating
        additionalTags = query.list("additionalTags")
        blacklistedTags = query.list("blacklistedTags")
        if category == Self.noCategory, additionalTags.isEmpty { throw .tagsRequired }
        session = try Self.session(query)
    }

    /// The pictures that match, in the order of the shelf.
    ///
    /// That several additional tags are alternatives was never recorded; clients that send seven unrelated ones at once
    /// say so. They narrow a category: a picture has to be in it, and to have one of them.
    func matches(on shelf: Shelf) -> [Int] {
        var found: [Int]
        switch category {
        case Self.anyCategory: found = Array(shelf.pictures.indices)
        case Self.noCategory:
            // Sorted, so that the order of the tags changes nothing.
            found = Set(additionalTags.flatMap { shelf.pictures(under: $0) }).sorted()
        default: found = shelf.pictures(under: category)
        }
        found.removeAll { !shelf.pictures[$0].isOffered(for: rating) }
        if category != Self.noCategory, !additionalTags.isEmpty {
            found.removeAll { index in !additionalTags.contains { shelf.pictures[index].matches($0) } }
        }
        if !blacklistedTags.isEmpty {
            found.removeAll { index in blacklistedTags.contains { shelf.pictures[index].matches($0) } }
        }
        return found
    }

    private static func count(_ text: String?) -> Int? {
        guard let text else { return 1 }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text) else { return nil }
        return (1...20).contains(count) ? count : nil
    }

    private static func session(_ query: Query) throws(NekosiaRefusal) -> Session? {
        switch query["session"] {
        case nil: return nil
        case "ip": return .ip
        case "id":
            let identifier = query["id"] ?? ""
            // Counted as the service does, which is written in JavaScript.
            let length = identifier.utf16.count
            guard (4...128).contains(length) else { throw .identifierLength(length) }
            let isRefused = identifier.contains {
                NekosiaWords.forbiddenInIdentifiers.contains($0) || $0.isNewline
            }
            if isRefused { throw .identifierCharacters }
            return .id(identifier)
        default: throw .sessionRefused
        }
    }
}
