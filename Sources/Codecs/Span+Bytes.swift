/// Reading numbers from bytes that nobody vouches for: outside of them there is nil, never a trap.
extension Span<UInt8> {
    /// The byte at `offset`.
    func byte(at offset: Int) -> Int? {
        offset >= 0 && offset < count ? Int(self[offset]) : nil
    }

    /// `bytes` of them (at most 4), the first one the most significant.
    func bigEndian(_ bytes: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - bytes else { return nil }
        return (0..<bytes).reduce(0) { $0 << 8 | Int(self[offset + $1]) }
    }

    /// `bytes` of them (at most 4), the first one the least significant.
    func littleEndian(_ bytes: Int, at offset: Int) -> Int? {
        guard offset >= 0, offset <= count - bytes else { return nil }
        return (0..<bytes).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }

    /// Whether these bytes stand at the beginning.
    func begins(with start: [UInt8]) -> Bool {
        guard start.count <= count else { return false }
        return start.indices.allSatisfy { self[$0] == start[$0] }
    }

    /// Whether this ASCII text stands at `offset`.
    func hasText(_ text: StaticString, at offset: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset <= count - length else { return false }
        // The literal's bytes live as long as the program.
        return text.withUTF8Buffer { letters in
            letters.indices.allSatisfy { unsafe self[offset + $0] == letters[$0] }
        }
    }
}
