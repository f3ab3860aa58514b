/// Reads one JSON text (RFC 8259) from bytes.
///
/// Written for lists: it names the byte where a text goes wrong, keeps integers whole, and reads nothing that the
/// standard does not allow. Of equal keys in one object the last counts.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private static let maximumDepth = 64

    /// The value that `bytes` spell.
    static func value(of bytes: [UInt8]) throws(JSONFault) -> ExtraValue {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value()
        parser.skipSpace()
        if parser.position < bytes.count { throw parser.fault(.end) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func fault(_ expected: JSONFault.Expectation) -> JSONFault {
        JSONFault(column: position + 1, expected: expected)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    /// Steps over `byte` if it stands here.
    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONFault) -> ExtraValue {
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONFault) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case (UInt8(ascii: "0")...UInt8(ascii: "9"))?, UInt8(ascii: "-")?: return try number()
        default: throw fault(.value)
        }
    }

    /// A text of opening brackets must not use up the stack.
    private mutating func nested(
        _ body: (inout JSONParser) throws(JSONFault) -> ExtraValue
    ) throws(JSONFault) -> ExtraValue {
        if depth == JSONParser.maximumDepth { throw fault(.shallower) }
        depth += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONFault) -> ExtraValue {
        position += 1
        var members: [String: ExtraValue] = [:]
        skipSpace()
        if skip("}") { return .object(members) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw fault(.key) }
            let key = try string()
            skipSpace()
            guard skip(":") else { throw fault(.colon) }
            members[key] = try value()
            skipSpace()
        } while skip(",")
        guard skip("}") else { throw fault(.commaOrBrace) }
        return .object(members)
    }

    private mutating func array() throws(JSONFault) -> ExtraValue {
        position += 1
        var elements: [ExtraValue] = []
        skipSpace()
        if skip("]") { return .array(elements) }
        repeat {
            elements.append(try value())
            skipSpace()
        } while skip(",")
        guard skip("]") else { throw fault(.commaOrBracket) }
        return .array(elements)
    }

    private mutating func word(_ text: String, _ value: ExtraValue) throws(JSONFault) -> ExtraValue {
        guard bytes[position...].starts(with: text.utf8) else { throw fault(.value) }
        position += text.utf8.count
        return value
    }

    private mutating func digits() throws(JSONFault) {
        guard let first = current, isDigit(first) else { throw fault(.digit) }
        while let byte = current, isDigit(byte) { position += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func number() throws(JSONFault) -> ExtraValue {
        let start = position
        var isInteger = true
        _ = skip("-")
        if !skip("0") { try digits() }
        if skip(".") {
            isInteger = false
            try digits()
        }
        if skip("e") || skip("E") {
            isInteger = false
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else {
            throw JSONFault(column: start + 1, expected: .finiteNumber)
        }
        return .double(double)
    }
}

extension JSONParser {
    private mutating func string() throws(JSONFault) -> String {
        position += 1
        var text: [UInt8] = []
        let start = position
        while let byte = current, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { throw fault(.escapedControl) }
            position += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: try escape())
            } else {
                text.append(byte)
            }
        }
        guard skip("\"") else { throw fault(.closingQuote) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONFault(column: start + 1, expected: .utf8)
        }
        return string
    }

    /// What the escape stands for, the backslash having been read.
    private mutating func escape() throws(JSONFault) -> [UInt8] {
        guard let byte = current else { throw fault(.escape) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            position += 1
            return [byte]
        case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
            switch byte {
            case UInt8(ascii: "b"): return [0x08]
            case UInt8(ascii: "f"): return [0x0C]
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "r"): return [0x0D]
            default: return [0x09]
            }
        case UInt8(ascii: "u"): return Array(String(try unicodeEscape()).utf8)
        default: throw fault(.escape)
        }
    }

    private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
        let start = position
        let high = try codeUnit()
        if let scalar = Unicode.Scalar(high) { return scalar }
        // Only surrogates are no scalars; a high one needs a low one behind it.
        guard (0xD800...0xDBFF).contains(high), skip("\\"), current == UInt8(ascii: "u") else {
            throw JSONFault(column: start, expected: .unicodeEscape)
        }
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else { throw JSONFault(column: start, expected: .unicodeEscape) }
        let code = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    /// `u` and four digits.
    private mutating func codeUnit() throws(JSONFault) -> UInt16 {
        position += 1
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = current.flatMap(Hexadecimal.value) else { throw fault(.unicodeEscape) }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
