internal import JSONText

/// Why Nekosia's dialect refuses a request, in the service's words where they were recorded.
enum NekosiaRefusal: Error, Sendable, Hashable {
    case noneMatching
    case ratingRefused
    case tagsRequired
    case countRefused
    /// The session's identifier has so many characters.
    case identifierLength(Int)
    /// Never recorded: the identifier holds one of the characters that the documentation forbids.
    case identifierCharacters
    /// Never recorded: neither `ip` nor `id`.
    case sessionRefused
    case imageNotFound
    case pathNotFound
    /// Never recorded: a file of the CDN that is not there.
    case fileNotFound(String)
    /// Never recorded.
    case tooManyRequests
    /// Never recorded: the sessions cannot be kept, so that nothing can be promised of repeats.
    case sessionsUnavailable
    /// A fault that has nothing to do with pictures.
    case request(RequestFault)

    /// Every mistake of a client is 400, told apart by the message; only a path that does not exist is 404.
    var status: Int {
        switch self {
        case .pathNotFound, .fileNotFound: 404
        case .tooManyRequests: 429
        case .sessionsUnavailable: 503
        case .request(let fault): fault.status
        default: 400
        }
    }

    var message: String {
        switch self {
        case .noneMatching:
            "No images matching the specified criteria were found. "
                + "See \(NekosiaWords.documentation)?page=endpoints#tags-and-categories for more details."
        case .ratingRefused: "Invalid \"rating\" parameter. Allowed values: safe, suggestive."
        case .tagsRequired:
            "The \"nothing\" category requires at least one tag in the \"additionalTags\" parameter."
        case .countRefused: "Count must be between 1 and 20."
        case .identifierLength: "Invalid id parameter. Length should be between 4 and 128 characters."
        case .identifierCharacters:
            "Invalid id parameter. It must not contain any of \(NekosiaWords.forbiddenInIdentifiers) or line ends."
        case .sessionRefused: "Invalid \"session\" parameter. Allowed values: ip, id."
        case .imageNotFound: "The image with the provided identifier was not found."
        case .pathNotFound: "Not found"
        case .fileNotFound(let reason): reason
        case .tooManyRequests: "Too many requests, please try again later."
        case .sessionsUnavailable: "Sessions cannot be kept at the moment."
        case .request(let fault): fault.description
        }
    }

    /// The answer, whose links lead to `base`.
    func answer(base: String) -> ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("success", false)
        writer.member("status", status)
        writer.member("message", message)
        switch self {
        case .noneMatching: writer.member("example", NekosiaWords.example(base: base))
        case .identifierLength(let length): writer.member("length", length)
        case .pathNotFound: writer.member("docs", NekosiaWords.documentation)
        default: break
        }
        writer.endObject()
        return .json(status: status, writer.bytes)
    }
}
