/// The bytes of an item.
public struct FileSection: Sendable, Hashable {
    /// How many there are.
    public var bytes: Int
    /// The format that the content shows: `png`, `jpeg`, `gif`, `webp`; `nil` when it is none of them.
    public var format: String?
    /// The SHA-256 of the bytes, 64 hexadecimal digits in lower case.
    public var sha256: String

    /// A file.
    public init(bytes: Int, format: String?, sha256: String) {
        self.bytes = bytes
        self.format = format
        self.sha256 = sha256
    }
}
