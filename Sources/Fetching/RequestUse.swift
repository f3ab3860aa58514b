/// What a request is for.
public enum RequestUse: Sendable, Hashable {
    /// A file, which goes to disk.
    case file
    /// An answer of a service, which is read at once.
    case metadata

    /// The header `Accept`.
    var accepted: String {
        switch self {
        case .file: "image/*, */*;q=0.5"
        case .metadata: "application/json, */*;q=0.5"
        }
    }
}
