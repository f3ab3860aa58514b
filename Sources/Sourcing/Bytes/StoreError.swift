public import Files

/// Why bytes cannot be kept in a content store.
public enum StoreError: Error, Sendable, Hashable {
    /// A folder of the store cannot be made.
    case folder(SystemError)
    /// A file cannot be written, synchronized or renamed.
    case write(SystemError)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .folder: "store-folder"
        case .write: "store-write"
        }
    }
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .folder(let error): "a folder of the store cannot be made: \(error)"
        case .write(let error): "cannot be written to the store: \(error)"
        }
    }
}
