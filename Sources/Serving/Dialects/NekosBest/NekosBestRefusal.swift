internal import JSONText

/// Why nekos.best's dialect refuses a request.
///
/// No body of an error was ever recorded: clients look at the status, and people at the message.
enum NekosBestRefusal: Error, Sendable, Hashable {
    /// There is no such path or category.
    case notFound
    /// The file of a picture is not there any more.
    case fileNotFound
    /// The amount is no number. One out of range is no mistake, it is taken for the nearest that is in it.
    case amountRefused
    /// The text to search for has not 3 to 150 characters.
    case queryRefused(length: Int)
    /// The type is neither 1 nor 2.
    case typeRefused
    /// Too many requests.
    case tooManyRequests
    /// A fault that has nothing to do with pictures.
    case request(RequestFault)

    var status: Int {
        switch self {
        case .notFound, .fileNotFound: 404
        case .amountRefused, .queryRefused, .typeRefused: 400
        case .tooManyRequests: 429
        case .request(let fault): fault.status
        }
    }

    var message: String {
        switch self {
        case .notFound: "Not Found"
        case .fileNotFound: "There is no such file."
        case .amountRefused: "The amount has to be a number."
        case .queryRefused(let length): "The query has to have 3 to 150 characters, not \(length)."
        case .typeRefused: "The type has to be 1 (images) or 2 (GIFs)."
        case .tooManyRequests: "Too many requests."
        case .request(let fault): fault.description
        }
    }

    var answer: ServedAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("code", status)
        writer.member("message", message)
        writer.endObject()
        return .json(status: status, writer.bytes)
    }
}
