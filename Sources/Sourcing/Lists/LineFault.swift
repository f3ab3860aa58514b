public import JSONText

/// What is wrong with one line of a list.
public enum LineFault: Error, Sendable, Hashable {
    /// The line has more than `limit` bytes.
    case tooLong(limit: Int)
    /// The line is not UTF-8, where the format asks for it.
    case notUTF8
    /// A path or URL with a zero byte in it.
    case zeroByte
    /// The line is not JSON, or no JSON object.
    case json(JSONSyntaxError)
    /// The line is valid JSON of this type, where an object was expected.
    case notAnObject(found: String)
    /// No key says where the picture is; `suggestion` is the key that was probably misspelled.
    case noLocation(suggestion: String?)
    /// A value is not what its key asks for.
    case wrongType(key: String, expected: String, found: String)
    /// A URL of a scheme that cannot be fetched.
    case unsupportedScheme(String)
    /// The record has another number of fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// A quoted field is not closed before the list ends or the record gets too long.
    case openQuote
    /// Something other than a comma follows a closing quote, at this byte of the record's line, counted from 1.
    case textAfterQuote(column: Int)
    /// A manifest line of a version that this program does not know.
    case unsupportedSchema(String)
}

extension LineFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let limit): "the line is longer than \(limit) bytes"
        case .notUTF8: "expected UTF-8"
        case .zeroByte: "found a zero byte; is the list separated by zero bytes?"
        case .json(let error): "not JSON: \(error), at column \(error.offset + 1)"
        case .notAnObject(let found): "expected a JSON object, found \(found)"
        case .noLocation(let suggestion):
            "expected a key \(ListKeys.locationChoice)" + (suggestion.map { "; is '\($0)' misspelled?" } ?? "")
        case .wrongType(let key, let expected, let found): "'\(key)': expected \(expected), found \(found)"
        case .unsupportedScheme(let scheme): "expected a path or an http(s) URL, found a URL of scheme '\(scheme)'"
        case .fieldCount(let expected, let found): "expected \(expected) fields as in the header, found \(found)"
        case .openQuote: "expected a quote to close the field"
        case .textAfterQuote(let column): "expected a comma after the closing quote, at column \(column)"
        case .unsupportedSchema(let schema): "expected schema 'pawprint.image/1', found '\(schema)'"
        }
    }
}
