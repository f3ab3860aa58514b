public import Fetching

/// Why Nekosia did not give what was asked for.
///
/// The service answers almost every mistake with status 400 and tells them apart by its prose alone: the cases here
/// are the sentences that were recorded.
public enum NekosiaError: Error, Sendable, Hashable {
    /// The request is wrong; nothing was sent.
    case query(NekosiaQueryFault)
    /// There was no answer, or one that says that the server cannot at present.
    case transport(FetchError)
    /// The category is unknown, or nothing matches: the service does not say which.
    case noneMatching
    /// The rating is none that the service has.
    case ratingRefused
    /// The category `nothing` was asked for without tags.
    case tagsRequired
    /// Not 1 to 20 pictures were asked for.
    case countRefused
    /// The session's identifier has a wrong length, which the service says.
    case identifierRefused(length: Int?)
    /// There is no picture of this identifier.
    case imageNotFound
    /// The service has no such path: the base URL is probably wrong.
    case pathNotFound
    /// Any other refusal, in the service's own words, of which there may be none.
    case refused(status: Int, message: String?)
    /// The answer is not what the service is known to send.
    case undecodable(status: Int, AnswerFault)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .query(let fault): fault.code
        case .transport(let error): error.code
        case .noneMatching: "nekosia-none-matching"
        case .ratingRefused: "nekosia-rating-refused"
        case .tagsRequired: "nekosia-tags-required"
        case .countRefused: "nekosia-count-refused"
        case .identifierRefused: "nekosia-session-id-refused"
        case .imageNotFound: "nekosia-image-not-found"
        case .pathNotFound: "nekosia-path-not-found"
        case .refused(let status, _): "nekosia-http-\(status)"
        case .undecodable: "nekosia-undecodable"
        }
    }

    /// Whether a later run should try again.
    public var isTransient: Bool {
        switch self {
        case .transport(let error): error.isTransient
        case .refused(let status, _): status == 429 || status >= 500
        default: false
        }
    }
}

extension NekosiaError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .query(let fault): fault.description
        case .transport(let error): error.description
        case .noneMatching: "no picture matches, or there is no such category"
        case .ratingRefused: "the service refuses the rating"
        case .tagsRequired: "the category '\(NekosiaQuery.noCategory)' wants at least one of additionalTags"
        case .countRefused: "the service refuses the count: expected 1 to \(NekosiaQuery.largestCount)"
        case .identifierRefused(let length):
            "the service refuses the session identifier: expected 4 to 128 characters"
                + (length.map { ", found \($0)" } ?? "")
        case .imageNotFound: "there is no picture of this identifier"
        case .pathNotFound: "the service has no such path; is the base URL right?"
        case .refused(let status, let message):
            "the service answered \(status)" + (message.map { ": \($0)" } ?? "")
        case .undecodable(let status, let fault):
            "the service answered \(status) with something that is not understood: \(fault)"
        }
    }
}
