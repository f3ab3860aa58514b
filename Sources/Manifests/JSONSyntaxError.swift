/// Where and why bytes are no JSON text.
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// The text ends inside a value.
        case endsEarly
        /// A byte that cannot stand here.
        case unexpected(byte: UInt8)
        /// A control character that is not escaped.
        case controlCharacter(byte: UInt8)
        /// An escape that JSON does not know, or half of a surrogate pair.
        case badEscape
        /// Bytes of a string that are not UTF-8.
        case notUTF8
        /// A number in a form that JSON does not know, or too large for a double.
        case badNumber
        /// A key that stands twice in one object.
        case duplicateKey(String)
        /// More than `limit` arrays and objects inside each other.
        case tooDeep(limit: Int)
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

    public var description: String {
        switch fault {
        case .endsEarly: "the text ends inside a value"
        case .unexpected(let byte): "unexpected \(Self.name(byte))"
        case .controlCharacter(let byte): "the control character \(Self.name(byte)) in a string is not escaped"
        case .badEscape: "an escape that JSON does not know"
        case .notUTF8: "a string that is not UTF-8"
        case .badNumber: "a malformed number"
        case .duplicateKey(let key): "the key \"\(key)\" stands twice"
        case .tooDeep(let limit): "more than \(limit) levels"
        }
    }

    private static func name(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return (0x21..<0x7F).contains(byte)
            ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte 0x\(byte < 16 ? "0" : "")\(digits)"
    }
}
