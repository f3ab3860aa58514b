/// What is asked of `GET /images/:category`.
public struct NekosiaQuery: Sendable, Hashable {
    /// Which pictures the service may send.
    public enum Rating: String, Sendable, Hashable, CaseIterable {
        case safe, suggestive
    }

    /// By what the service remembers for seven days what it has sent. An identifier without the session `id`, which
    /// the service refuses, cannot be written here.
    public enum Session: Sendable, Hashable {
        /// The network address.
        case ip
        /// An identifier of 4 to 128 characters.
        case id(String)
    }

    /// The most pictures of one answer.
    public static let largestCount = PictureCollection.largestAnswer
    /// The category that stands for none; it wants `additionalTags`.
    public static let noCategory = "nothing"
    /// The category that stands for any.
    public static let anyCategory = "random"
    /// The characters that the service refuses in an identifier.
    public static let forbiddenInIdentifiers = "!@#$%^&*()_+{}|:\"<>?"

    /// The category, or `nothing`.
    public var category: String
    /// How many pictures, 1 to 20.
    public var count = 1
    /// Tags of which the service looks for pictures as well.
    public var additionalTags: [String] = []
    /// Tags that no picture may have.
    public var blacklistedTags: [String] = []
    /// Which pictures the service may send.
    public var rating = Rating.safe
    /// By what the service remembers what it has sent; `nil` for nothing.
    public var session: Session?

    /// One safe picture of `category`.
    public init(category: String) { self.category = category }

    /// The path and query of the request.
    ///
    /// - Throws: what the service would refuse, before anything is sent.
    package func target() throws(NekosiaQueryFault) -> RequestTarget {
        if let fault { throw fault }
        var target = RequestTarget("images", category)
        target.add("count", String(count))
        target.add("additionalTags", additionalTags)
        target.add("blacklistedTags", blacklistedTags)
        target.add("rating", rating.rawValue)
        switch session {
        case .ip?: target.add("session", "ip")
        case .id(let identifier)?:
            target.add("session", "id")
            target.add("id", identifier)
        case nil: break
        }
        return target
    }

    /// What the service would refuse, if anything.
    public var fault: NekosiaQueryFault? {
        guard RequestTarget.isComponent(category) else { return .badCategory(category) }
        guard (1...Self.largestCount).contains(count) else { return .count(count) }
        if category == Self.noCategory, additionalTags.isEmpty { return .tagsRequired }
        // A comma would be two tags to the service.
        if let tag = (additionalTags + blacklistedTags).first(where: { $0.isEmpty || $0.contains(",") }) {
            return .badTag(tag)
        }
        if let tag = additionalTags.first(where: blacklistedTags.contains) { return .contradictoryTag(tag) }
        if case .id(let identifier)? = session { return Self.fault(ofIdentifier: identifier) }
        return nil
    }

    private static func fault(ofIdentifier identifier: String) -> NekosiaQueryFault? {
        // Counted as the service does, which is written in JavaScript.
        let length = identifier.utf16.count
        guard (4...128).contains(length) else { return .identifierLength(length) }
        return identifier.first { forbiddenInIdentifiers.contains($0) || $0.isNewline }.map { .identifierCharacter($0) }
    }
}
