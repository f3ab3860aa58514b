public import JSONText

internal import Fetching

/// Why the body of an answer is not understood.
public enum AnswerFault: Error, Sendable, Hashable {
    /// It is no JSON text.
    case notJSON(JSONSyntaxError)
    /// It is JSON of another shape.
    case shape(JSONShapeError)
}

extension AnswerFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let error): "expected JSON: byte \(error.offset + 1): \(error)"
        case .shape(let error): "\(error)"
        }
    }
}

extension HTTPAnswer {
    /// What `read` makes of the object that the body is.
    func read<Value>(_ read: (JSONReader) throws(JSONShapeError) -> Value) throws(AnswerFault) -> Value {
        let value: JSONValue
        do throws(JSONSyntaxError) { value = try JSONValue(parsing: body) } catch { throw .notJSON(error) }
        do throws(JSONShapeError) { return try read(JSONReader(value)) } catch { throw .shape(error) }
    }
}
