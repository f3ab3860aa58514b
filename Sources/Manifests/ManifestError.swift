public import JSONText

/// Why a line is not read: always the line's fault, with its number and the path inside it.
public enum ManifestError: Error, Hashable, Sendable {
    /// The line is no JSON text.
    case notJSON(line: Int, syntax: JSONSyntaxError)
    /// The line is of another schema.
    case wrongSchema(line: Int, expected: String, found: String)
    /// A member that every line has is missing.
    case missing(line: Int, path: String, expected: String)
    /// A member has another type.
    case wrongType(line: Int, path: String, expected: String, found: String)
    /// A member has a value that does not exist there.
    case invalid(line: Int, path: String, expected: String, found: String)
}

extension ManifestError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let line, let syntax): "line \(line), byte \(syntax.offset + 1): \(syntax)"
        case .wrongSchema(let line, let expected, let found):
            "line \(line), $.schema: expected \"\(expected)\", found \"\(found)\""
        case .missing(let line, let path, let expected): "line \(line), \(path): missing, expected \(expected)"
        case .wrongType(let line, let path, let expected, let found),
            .invalid(let line, let path, let expected, let found):
            "line \(line), \(path): expected \(expected), found \(found)"
        }
    }
}

extension ManifestError {
    /// What is wrong with the shape of a line.
    init(_ error: JSONShapeError, line: Int) {
        switch error.fault {
        case .missing(let expected): self = .missing(line: line, path: error.path, expected: expected)
        case .wrongType(let expected, let found):
            self = .wrongType(line: line, path: error.path, expected: expected, found: found)
        case .invalid(let expected, let found):
            self = .invalid(line: line, path: error.path, expected: expected, found: found)
        }
    }
}
