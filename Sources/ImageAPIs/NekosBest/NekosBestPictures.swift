public import Fetching

internal import JSONText

/// The answer to `GET /:category` and `GET /search`.
public struct NekosBestPictures: Sendable, Hashable {
    /// The pictures, which may be fewer than were asked for.
    public let results: [NekosBestPicture]

    /// What `answer` holds.
    public init(_ answer: HTTPAnswer) throws(NekosBestError) {
        results = try answer.nekosBest { (reader) throws(JSONShapeError) in
            guard reader.value("results") != nil else { throw reader.missing("results", "an array") }
            var results: [NekosBestPicture] = []
            for section in try reader.sections("results") { results.append(try NekosBestPicture(section)) }
            return results
        }
    }
}

extension HTTPAnswer {
    /// What `read` makes of a successful answer of nekos.best.
    func nekosBest<Value>(_ read: (JSONReader) throws(JSONShapeError) -> Value) throws(NekosBestError) -> Value {
        try expectNekosBestSuccess()
        do throws(AnswerFault) {
            return try self.read(read)
        } catch {
            throw .undecodable(status: status, error)
        }
    }

    func expectNekosBestSuccess() throws(NekosBestError) {
        switch status {
        case 200..<300: return
        case 403: throw .forbidden
        case 404: throw .notFound
        default: throw .refused(status: status)
        }
    }
}
