/// Why decisions cannot be read; lines are counted from 1.
public enum DecisionsError: Error, Sendable, Hashable {
    /// A line is no JSON.
    case notJSON(line: Int, reason: String)
    /// A line is JSON, but no decision.
    case wrongShape(line: Int, expected: String)
}

extension DecisionsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON(let line, let reason): "line \(line): \(reason)"
        case .wrongShape(let line, let expected): "line \(line): expected \(expected)"
        }
    }
}
