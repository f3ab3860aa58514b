/// Why a baseline is not read: always the fault of a line.
public enum BaselineError: Error, Hashable, Sendable {
    /// The line is no JSON text.
    case notJSON(line: Int, byte: Int, reason: String)
    /// A member is missing, or has a value that does not exist there; `reason` begins with the way to it.
    case wrongShape(line: Int, reason: String)
}

extension BaselineError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let line, let byte, let reason): "line \(line), byte \(byte): \(reason)"
        case .wrongShape(let line, let reason): "line \(line), \(reason)"
        }
    }
}
