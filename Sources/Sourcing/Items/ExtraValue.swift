/// A JSON value that came with an item and has no field of its own.
///
/// Objects are equal whatever the order of their keys. To write one, sort the keys.
public indirect enum ExtraValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number written without fraction and exponent that fits 64 bits.
    case integer(Int64)
    /// Any other number; always finite.
    case double(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([ExtraValue])
    /// An object.
    case object([String: ExtraValue])

    /// What the value is, in JSON's words.
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .double: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
