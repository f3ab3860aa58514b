public import Manifests

/// One picture on the shelf, with all that both dialects say of it.
public struct ShelfPicture: Sendable, Hashable {
    /// What Nekosia's dialect calls it: 24 hexadecimal digits.
    public let identifier: String
    /// What nekos.best's dialect calls its file, without extension: a UUID.
    public let name: String
    /// The category that stands in URLs: see `CategoryRule`.
    public let category: String
    /// What somebody says of it.
    public let annotations: Annotations
    /// The page of the picture at its publisher.
    public let page: String?
    /// The picture's file at its publisher.
    public let direct: String?
    /// The main color as `#RRGGBB`: the declared one where there is one, else the decoded.
    public let mainColor: String?
    /// The palette as `#RRGGBB`: the declared one where there is one, else the decoded.
    public let palette: [String]
    /// Whether it moves.
    public let isAnimation: Bool
    /// The file as it was published.
    public let original: ShelfFile
    /// Its form that is 1280 pixels wide; `nil` when the dataset has none and it is made when somebody asks.
    public let compressed: ShelfFile?

    /// Whether a picture of this rating is offered to who asks for `rating`.
    ///
    /// Nobody rated the pictures of most folders: they are offered to all. What has a rating that no question can name
    /// is never offered, and still answers to its id.
    public func isOffered(for rating: Rating) -> Bool {
        switch annotations.rating {
        case nil, Rating.safe.rawValue: true
        case Rating.suggestive.rawValue: rating == .suggestive
        default: false
        }
    }

    /// Whether the picture is filed under `tag`: its category, or one of its tags.
    ///
    /// `ribbon` stands for ribbons of all colors, as at Nekosia since March 2025.
    public func matches(_ tag: String) -> Bool {
        if category == tag || annotations.tags.contains(tag) || annotations.category == tag { return true }
        return tag == "ribbon" && annotations.tags.contains { $0.hasSuffix("-ribbon") }
    }
}

/// Which pictures a question admits.
public enum Rating: String, Sendable, Hashable, CaseIterable {
    /// Safe pictures only, and those that nobody rated.
    case safe
    /// Suggestive ones as well.
    case suggestive
}
