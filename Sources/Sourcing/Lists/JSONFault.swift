/// Where a text stops being JSON, and what should stand there.
public struct JSONFault: Error, Sendable, Hashable {
    /// What was expected.
    public enum Expectation: String, Sendable, Hashable {
        /// A value.
        case value = "a value"
        /// A key or the end of the object.
        case key = "a key in quotes"
        /// The colon between key and value.
        case colon = "a colon after the key"
        /// What follows a member of an object.
        case commaOrBrace = "a comma or '}'"
        /// What follows an element of an array.
        case commaOrBracket = "a comma or ']'"
        /// The rest of a string.
        case closingQuote = "a closing quote"
        /// A character after a backslash.
        case escape = "one of \"\\/bfnrtu after the backslash"
        /// The digits of a `\u` escape that make a character.
        case unicodeEscape = "a character as four hexadecimal digits, or two such escapes of a surrogate pair"
        /// A character that may stand in a string as it is.
        case escapedControl = "control characters in strings to be escaped"
        /// A digit of a number.
        case digit = "a digit"
        /// A number that fits.
        case finiteNumber = "a number that is not too large"
        /// Valid UTF-8.
        case utf8 = "UTF-8"
        /// Fewer arrays and objects in one another.
        case shallower = "at most 64 arrays and objects in one another"
        /// The end of the text.
        case end = "the end of the line"
    }

    /// The byte at which it was expected, counted from 1.
    public let column: Int
    /// What was expected.
    public let expected: Expectation

    /// A fault at a place.
    public init(column: Int, expected: Expectation) {
        self.column = column
        self.expected = expected
    }
}

extension JSONFault: CustomStringConvertible {
    public var description: String { "not JSON: expected \(expected.rawValue), at column \(column)" }
}
