/// Where bytes stop being a JSON text, and what should stand there.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// Another byte stands here than JSON allows, or none (`nil`) because the text ends.
        case expected(Expectation, found: UInt8?)
        /// A control character that is not escaped.
        case controlCharacter(byte: UInt8)
        /// The escape of half a surrogate pair, which is no character.
        case loneSurrogate
        /// A string whose bytes are not UTF-8.
        case notUTF8
        /// A number that is too large for a double.
        case numberTooLarge
        /// A key that stands twice in one object.
        case duplicateKey(String)
        /// More than `limit` arrays and objects inside each other.
        case tooDeep(limit: Int)
    }

    /// What can be expected, in words.
    public enum Expectation: String, Sendable, Hashable {
        /// A value.
        case value = "a value"
        /// A key of an object.
        case key = "a key in quotes"
        /// The colon between key and value.
        case colon = "a colon after the key"
        /// What follows a member of an object.
        case commaOrBrace = "a comma or '}'"
        /// What follows an element of an array.
        case commaOrBracket = "a comma or ']'"
        /// The end of a string.
        case closingQuote = "a closing quote"
        /// The character after a backslash.
        case escape = "one of \"\\/bfnrtu after the backslash"
        /// One of the four digits of a `\u` escape.
        case hexadecimalDigit = "a hexadecimal digit"
        /// A digit of a number.
        case digit = "a digit"
        /// The end of the text.
        case end = "the end of the text"
    }

    /// How many bytes stand before the fault.
    public let offset: Int
    /// What is wrong there.
    public let fault: Fault

    /// A fault after `offset` bytes.
    public init(offset: Int, fault: Fault) {
        self.offset = offset
        self.fault = fault
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    public var description: String {
        switch fault {
        case .expected(let expected, let found):
            "expected \(expected.rawValue), found \(found.map(Self.name) ?? Expectation.end.rawValue)"
        case .controlCharacter(let byte): "the control character \(Self.name(byte)) in a string is not escaped"
        case .loneSurrogate: "expected the escapes of a surrogate pair, found half of one"
        case .notUTF8: "expected a string in UTF-8"
        case .numberTooLarge: "expected a number that fits 64-bit floating point"
        case .duplicateKey(let key): "the key '\(key)' stands twice in one object"
        case .tooDeep(let limit): "expected at most \(limit) arrays and objects in one another"
        }
    }

    private static func name(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return (0x21..<0x7F).contains(byte)
            ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(byte < 16 ? "0" : "")\(digits)"
    }
}
