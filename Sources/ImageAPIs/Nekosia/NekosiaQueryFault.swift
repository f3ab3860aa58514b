/// What is wrong with a request to Nekosia, found before anything is sent.
public enum NekosiaQueryFault: Error, Sendable, Hashable {
    /// The category is empty or no component of a path.
    case badCategory(String)
    /// Not 1 to 20 pictures are asked for.
    case count(Int)
    /// The category `nothing` stands without additional tags.
    case tagsRequired
    /// A tag is empty or holds a comma, which would be two tags.
    case badTag(String)
    /// A tag is asked for and refused.
    case contradictoryTag(String)
    /// The session's identifier has not 4 to 128 characters.
    case identifierLength(Int)
    /// The session's identifier holds a character that the service refuses.
    case identifierCharacter(Character)
    /// What is asked for is no identifier of a picture.
    case badImageIdentifier(String)
    /// The service has no such category; a near one, if there is.
    case unknownCategory(String, suggestion: String?)
    /// The service has no such tag; a near one, if there is.
    case unknownTag(String, suggestion: String?)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .badCategory: "nekosia-bad-category"
        case .count: "nekosia-bad-count"
        case .tagsRequired: "nekosia-tags-required"
        case .badTag: "nekosia-bad-tag"
        case .contradictoryTag: "nekosia-contradictory-tag"
        case .identifierLength, .identifierCharacter: "nekosia-bad-session-id"
        case .badImageIdentifier: "nekosia-bad-image-id"
        case .unknownCategory: "nekosia-unknown-category"
        case .unknownTag: "nekosia-unknown-tag"
        }
    }
}

extension NekosiaQueryFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badCategory(let text): "expected the name of a category, found '\(text)'"
        case .count(let count): "expected 1 to \(NekosiaQuery.largestCount) pictures, found \(count)"
        case .tagsRequired: "the category '\(NekosiaQuery.noCategory)' wants at least one of additionalTags"
        case .badTag(let text): "expected a tag without commas, found '\(text)'"
        case .contradictoryTag(let tag): "the tag '\(tag)' is both asked for and refused"
        case .identifierLength(let length): "expected a session identifier of 4 to 128 characters, found \(length)"
        case .identifierCharacter(let character):
            "a session identifier holds none of \(NekosiaQuery.forbiddenInIdentifiers) or line ends, found '\(character)'"
        case .badImageIdentifier(let text): "expected the identifier of a picture, found '\(text)'"
        case .unknownCategory(let name, let suggestion):
            "there is no category '\(name)'" + (suggestion.map { "; is it '\($0)'?" } ?? "")
        case .unknownTag(let name, let suggestion):
            "there is no tag '\(name)'" + (suggestion.map { "; is it '\($0)'?" } ?? "")
        }
    }
}
