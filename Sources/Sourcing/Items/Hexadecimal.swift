/// Numbers as hexadecimal digits.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Sixteen lower-case digits, the most significant first.
    static func lowerCase(_ word: UInt64) -> String {
        let digits = (0..<16).map { Self.digits[Int(truncatingIfNeeded: word >> (60 - 4 * UInt64($0))) & 15] }
        return String(decoding: digits, as: UTF8.self)
    }
}
