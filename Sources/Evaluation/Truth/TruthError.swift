public import JSONText

/// Why a truth file is not read. Lines are counted from 1; `nil` where the file is one JSON value.
public enum TruthError: Error, Hashable, Sendable {
    /// The bytes are no JSON from here on.
    case notJSON(line: Int, byte: Int, JSONSyntaxError)
    /// Something is not where it is expected, or of another kind, or says what does not exist.
    case wrongShape(line: Int?, JSONShapeError)
    /// A key that truth files do not have.
    case unknownKey(path: String, meant: String?)
    /// Two pictures are said to be copies and not to be copies.
    case contradiction(first: String, second: String)
    /// The file names no two pictures.
    case empty
}

extension TruthError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let line, let byte, let error): "line \(line), byte \(byte): \(error)"
        case .wrongShape(let line, let error): (line.map { "line \($0), " } ?? "") + "\(error)"
        case .unknownKey(let path, let meant): "\(path): no such key" + (meant.map { "; did you mean '\($0)'?" } ?? "")
        case .contradiction(let first, let second):
            "'\(first)' and '\(second)' are said to be copies, and not to be copies"
        case .empty: "says nothing of any two pictures; expected groups, pairs, duplicates or alternates"
        }
    }
}
