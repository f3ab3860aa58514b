/// What is said of a file, before anybody looked.
public struct FileClaim: Sendable, Hashable {
    /// Where it is on this machine.
    public let path: String
    /// The SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    public let sha256: String
    /// How many bytes it has.
    public let bytes: Int

    /// A claim.
    public init(path: String, sha256: String, bytes: Int) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
    }
}
