public import Files

/// Why the bytes of an item cannot be read.
///
/// Descriptions do not repeat the path: they go into a line that names it, and must be the same on every machine.
public enum ReadError: Error, Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The file may not be read.
    case refused
    /// What is there is no regular file.
    case notAFile(FileKind)
    /// The file has more bytes than the limit allows; nothing of it was read.
    case tooLarge(bytes: Int, limit: Int)
    /// The item is a URL, which has to be fetched first.
    case notLocal
    /// The path holds a zero byte, which no file's path does.
    case zeroInPath
    /// The system failed in another way.
    case system(SystemError)

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .missing: "file-missing"
        case .refused: "file-permission-denied"
        case .notAFile: "file-not-regular"
        case .tooLarge: "file-too-large"
        case .notLocal: "file-not-local"
        case .zeroInPath: "file-bad-path"
        case .system: "file-unreadable"
        }
    }
}

extension ReadError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing: "no such file"
        case .refused: "permission denied"
        case .notAFile(let kind): "expected a regular file, found \(kind.rawValue)"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes are more than the limit of \(limit)"
        case .notLocal: "is a URL, which has to be fetched before it is read"
        case .zeroInPath: "the path holds a zero byte"
        case .system(let error): "cannot be read: \(error)"
        }
    }
}
