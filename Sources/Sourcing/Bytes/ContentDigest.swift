internal import Crypto
internal import Spelling

/// The SHA-256 digest of a file's bytes: two files are the same when their digests are.
public struct ContentDigest: Sendable, Hashable {
    /// The 32 bytes as four words, the first byte in the most significant place of the first word.
    private let words: SIMD4<UInt64>

    /// The digest of `bytes`.
    public init(of bytes: Span<UInt8>) {
        var hasher = ContentHasher()
        hasher.take(bytes)
        self = hasher.finish()
    }

    /// The digest that `hexadecimal` spells, or `nil` unless it is 64 digits of either case.
    public init?(hexadecimal: String) {
        let digits = Array(hexadecimal.utf8)
        guard digits.count == 64 else { return nil }
        var words = SIMD4<UInt64>()
        for (position, digit) in digits.enumerated() {
            guard let value = digit.hexadecimalValue else { return nil }
            words[position / 16] = words[position / 16] << 4 | UInt64(value)
        }
        self.words = words
    }

    /// The digest with these bytes, of which there are 32.
    fileprivate init(bytes: some Sequence<UInt8>) {
        var words = SIMD4<UInt64>()
        for (position, byte) in bytes.enumerated() {
            words[position / 8] = words[position / 8] << 8 | UInt64(byte)
        }
        self.words = words
    }

    /// 64 lower-case hexadecimal digits.
    public var hexadecimal: String { (0..<4).map { Hexadecimal.lowerCase(words[$0]) }.joined() }
}

extension ContentDigest: Comparable {
    /// The order of the hexadecimal digits.
    public static func < (left: ContentDigest, right: ContentDigest) -> Bool {
        for index in 0..<4 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }
}

extension ContentDigest: CustomStringConvertible {
    public var description: String { hexadecimal }
}

/// Computes a digest of bytes that arrive in pieces.
public struct ContentHasher: Sendable {
    private var hash = SHA256()

    /// A hasher that has seen nothing.
    public init() {}

    /// Adds the next bytes.
    public mutating func take(_ bytes: Span<UInt8>) {
        // The buffer lives for the length of the closure, and the hash keeps nothing of it.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// The digest of all bytes so far.
    public func finish() -> ContentDigest { ContentDigest(bytes: hash.finalize()) }
}
