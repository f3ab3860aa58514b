internal import Crypto

/// HMAC-SHA256 (RFC 2104): what stands for a text that is not to be kept. Without the key, nobody can try texts.
public struct KeyedHash: Sendable {
    private let key: SymmetricKey

    /// Hashes with `key`, of which 32 bytes are enough.
    public init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

    /// The 32 bytes that stand for `text`.
    public func hash(of text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
