public import Fetching

/// Why nekos.best did not give what was asked for.
public enum NekosBestError: Error, Sendable, Hashable {
    /// The request is wrong; nothing was sent.
    case query(NekosBestQueryFault)
    /// The terms of the service forbid it; nothing was sent.
    case terms(NekosBestTerms.Breach)
    /// There was no answer, or one that says that the server cannot at present.
    case transport(FetchError)
    /// 404: there is no such category or file.
    case notFound
    /// 403: the user agent, or the address that asks, is not wanted.
    case forbidden
    /// Any other refusal. Bodies of refusals were never recorded, so none is read.
    case refused(status: Int)
    /// The answer is not what the service is known to send.
    case undecodable(status: Int, AnswerFault)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .query(let fault): fault.code
        case .terms(let breach): breach.code
        case .transport(let error): error.code
        case .notFound: "nekosbest-not-found"
        case .forbidden: "nekosbest-forbidden"
        case .refused(let status): "nekosbest-http-\(status)"
        case .undecodable: "nekosbest-undecodable"
        }
    }

    /// Whether a later run should try again.
    public var isTransient: Bool {
        switch self {
        case .transport(let error): error.isTransient
        case .refused(let status): status == 429 || status >= 500
        default: false
        }
    }
}

extension NekosBestError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .query(let fault): fault.description
        case .terms(let breach): breach.description
        case .transport(let error): error.description
        case .notFound: "there is no such category or file"
        case .forbidden: "the service refuses this user agent or this network"
        case .refused(let status): "the service answered \(status)"
        case .undecodable(let status, let fault):
            "the service answered \(status) with something that is not understood: \(fault)"
        }
    }
}
