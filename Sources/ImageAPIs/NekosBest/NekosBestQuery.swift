/// What is asked of `GET /:category` or `GET /search`.
public struct NekosBestQuery: Sendable, Hashable {
    /// What a search looks for.
    public enum MediaType: Int, Sendable, Hashable, CaseIterable {
        case image = 1
        case gif = 2

        /// The format of all files of this type.
        var format: String { self == .image ? "png" : "gif" }
    }

    /// Which pictures.
    public enum Subject: Sendable, Hashable {
        /// Any of a category.
        case category(String)
        /// What comes nearest to a text of 3 to 150 characters, in all categories or one. Fuzzy: it is never empty.
        case search(String, type: MediaType, category: String?)
    }

    /// The most pictures of one answer.
    public static let largestAmount = PictureCollection.largestAnswer
    /// Paths beside the categories.
    private static let reserved = ["endpoints", "search"]

    /// Which pictures.
    public var subject: Subject
    /// How many pictures, 1 to 20.
    public var amount = 1

    /// One picture.
    public init(_ subject: Subject) { self.subject = subject }

    /// The category that is asked for, if one is.
    var category: String? {
        switch subject {
        case .category(let category): category
        case .search(_, _, let category): category
        }
    }

    /// The path and query of the request.
    ///
    /// - Throws: what the service would refuse or change, before anything is sent.
    package func target() throws(NekosBestQueryFault) -> RequestTarget {
        if let fault { throw fault }
        switch subject {
        case .category(let category):
            var target = RequestTarget(category)
            target.add("amount", String(amount))
            return target
        case .search(let text, let type, let category):
            var target = RequestTarget("search")
            target.add("query", text)
            target.add("type", String(type.rawValue))
            if let category { target.add("category", category) }
            target.add("amount", String(amount))
            return target
        }
    }

    /// What the service would refuse or change, if anything.
    public var fault: NekosBestQueryFault? {
        // The server takes another amount for the nearest that it allows, without a word.
        guard (1...Self.largestAmount).contains(amount) else { return .amount(amount) }
        if let category, !RequestTarget.isComponent(category) || Self.reserved.contains(category) {
            return .badCategory(category)
        }
        if case .search(let text, _, _) = subject, !(3...150).contains(text.count) { return .queryLength(text.count) }
        return nil
    }
}
