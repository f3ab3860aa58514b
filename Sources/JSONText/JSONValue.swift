/// Any JSON value: what free annotations, evidence and reports are made of.
///
/// Integers that fit 64 bits stay integers; every other number is a `Double`, written in its shortest exact form.
public indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number with a fraction, an exponent, or more than 64 bits. What is not finite is written as `null`.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The value of one JSON text; whatever follows it but white space is a fault, and so is a key that stands twice.
    ///
    /// - Parameter maximumDepth: How many arrays and objects may stand in one another. The default is safe on the small
    ///   stack of a worker, and deeper than what lists can bring into a line of ours.
    public init(parsing bytes: ArraySlice<UInt8>, maximumDepth: Int = 128) throws(JSONSyntaxError) {
        var parser = JSONParser(bytes, maximumDepth: maximumDepth)
        self = try parser.document()
    }

    /// The value of one JSON text that is a whole array of bytes.
    public init(parsing bytes: [UInt8]) throws(JSONSyntaxError) { try self.init(parsing: bytes[...]) }

    /// The canonical text: keys sorted by their UTF-8 bytes, no white space, no escape that RFC 8259 does not require.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// The same text for people: two spaces a level, one member a line, a line feed at the end.
    public func encodedForPeople() -> [UInt8] {
        var writer = JSONWriter()
        writer.indented(self, level: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    /// The kind in the words of an error message.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
