/// Why nothing is served.
public enum ServerError: Error, Sendable, Hashable {
    /// The address cannot be had.
    case cannotBind(host: String, port: Int, reason: String)
    /// The server ended by itself.
    case ended(reason: String)
    /// The program was built without HTTP.
    case builtWithoutHTTP
}

extension ServerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotBind(let host, let port, let reason): "cannot serve on \(host), port \(port): \(reason)"
        case .ended(let reason): "the server ended: \(reason)"
        case .builtWithoutHTTP: "this program was built without a server (the package trait Serve)"
        }
    }
}
