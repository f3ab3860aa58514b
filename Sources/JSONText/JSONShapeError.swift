/// Where a JSON value is not what its reader expects.
public struct JSONShapeError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// There is nothing, or `null`.
        case missing(expected: String)
        /// A value of another type stands there.
        case wrongType(expected: String, found: String)
        /// The type is right, and the value is none that exists there.
        case invalid(expected: String, found: String)
    }

    /// The way from the whole value, which is `$`, to the fault: `$.images[3].id`.
    public let path: String
    /// What is wrong there.
    public let fault: Fault

    /// A fault at `path`.
    public init(path: String, fault: Fault) {
        self.path = path
        self.fault = fault
    }
}

extension JSONShapeError: CustomStringConvertible {
    public var description: String {
        switch fault {
        case .missing(let expected): "\(path): missing, expected \(expected)"
        case .wrongType(let expected, let found), .invalid(let expected, let found):
            "\(path): expected \(expected), found \(found)"
        }
    }
}
