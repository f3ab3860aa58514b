/// Bytes as hexadecimal digits, and back.
package enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Sixteen lower-case digits, the most significant first.
    static func lowerCase(_ word: UInt64) -> String {
        let digits = (0..<16).map { Self.digits[Int(truncatingIfNeeded: word >> (60 - 4 * UInt64($0))) & 15] }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The value of one digit of either case.
    package static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
