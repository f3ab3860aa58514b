/// What is wrong with a request, whatever it asks for. The fault is always that of who asks.
public enum RequestFault: Error, Sendable, Hashable {
    /// Path and query are longer than any that means something here.
    case targetTooLong(limit: Int)
    /// The header is larger than any client's.
    case headerTooLarge(limit: Int)
    /// A percent sign stands without two hexadecimal digits, or what is encoded is no UTF-8.
    case malformedTarget
    /// The `Host` field names no host.
    case badHost
    /// The method does nothing here.
    case methodNotAllowed

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .targetTooLong: 414
        case .headerTooLarge: 431
        case .malformedTarget, .badHost: 400
        case .methodNotAllowed: 405
        }
    }
}

extension RequestFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .targetTooLong(let limit): "The request target is longer than \(limit) bytes."
        case .headerTooLarge(let limit): "The request header is larger than \(limit) bytes."
        case .malformedTarget: "The request target is malformed: expected UTF-8 in percent-encoding."
        case .badHost: "The Host header names no host."
        case .methodNotAllowed: "Method not allowed. Allowed values: GET, HEAD, OPTIONS."
        }
    }
}
