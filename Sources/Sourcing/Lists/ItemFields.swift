internal import JSONText

/// Named values from which known ones are taken one by one; what is left at the end is kept as it is.
struct ItemFields {
    private(set) var values: JSONObject
    /// Whether all values are texts, as in CSV: numbers are then read from their digits, and several texts from one.
    private let areTexts: Bool
    /// The key of the object that these values stand in, with a dot, for messages.
    private let prefix: String

    /// Values of one entry. `null` is the same as absent.
    init(_ values: JSONObject, areTexts: Bool, prefix: String = "") {
        self.values = values
        for member in values.members where member.value == .null { self.values[member.key] = nil }
        self.areTexts = areTexts
        self.prefix = prefix
    }

    /// Forgets these keys.
    mutating func drop(_ keys: Set<String>) {
        for key in keys { values[key] = nil }
    }

    /// Gives back what was not taken from a section.
    mutating func putBack(_ section: ItemFields, as key: String) {
        if !section.values.isEmpty { values[key] = .object(section.values) }
    }

    /// Takes everything that is left.
    mutating func takeAll() -> JSONObject {
        defer { values = JSONObject() }
        return values
    }

    /// Takes a value as it is.
    mutating func value(_ key: String) -> JSONValue? {
        defer { values[key] = nil }
        return values[key]
    }

    /// Takes a text; a number that stands for one, as an id, is written out.
    mutating func text(_ key: String) throws(LineFault) -> String? {
        switch value(key) {
        case nil: return nil
        case .string(let text)?: return text.isEmpty ? nil : text
        case .integer(let number)?: return String(number)
        case let other?: throw wrongType(key, expected: "a string", other)
        }
    }

    /// Takes a whole number of at least `minimum`.
    mutating func number(_ key: String, atLeast minimum: Int) throws(LineFault) -> Int? {
        guard let value = value(key) else { return nil }
        let number: Int? =
            switch value {
            case .integer(let integer): integer
            case .number(let double): Int(exactly: double)
            case .string(let text) where areTexts: Int(text)
            default: nil
            }
        let expected = "a whole number of at least \(minimum)"
        guard let number else { throw wrongType(key, expected: expected, value) }
        guard number >= minimum else {
            throw .wrongType(key: prefix + key, expected: expected, found: String(number))
        }
        return number
    }

    /// Takes several texts: an array of strings, or one string that holds them between semicolons, or commas where
    /// there is no semicolon.
    mutating func texts(_ key: String) throws(LineFault) -> [String]? {
        switch value(key) {
        case nil: return nil
        case .string(let text)?:
            let separator: Character = text.contains(";") ? ";" : ","
            return text.split(separator: separator).map(ItemFields.trimmed).filter { !$0.isEmpty }
        case .array(let elements)?:
            var texts: [String] = []
            for element in elements {
                guard case .string(let text) = element else {
                    throw wrongType(key, expected: "an array of strings", element, place: "in it ")
                }
                texts.append(text)
            }
            return texts
        case let other?: throw wrongType(key, expected: "an array of strings", other)
        }
    }

    /// Takes an object of which every member has a known place.
    mutating func strictSection(_ key: String) throws(LineFault) -> ItemFields {
        if let found = values[key], case .object = found { return section(key) }
        if let found = value(key) { throw wrongType(key, expected: "an object", found) }
        return section(key)
    }

    /// Takes an object; a value of another type is left, and the section is empty. In CSV its members are columns
    /// `key.member`.
    mutating func section(_ key: String) -> ItemFields {
        var members = JSONObject()
        if case .object(let object)? = values[key] {
            members = object
            values[key] = nil
        }
        for column in values.members.map(\.key) where areTexts && column.hasPrefix(key + ".") {
            members[String(column.dropFirst(key.count + 1))] = value(column)
        }
        return ItemFields(members, areTexts: areTexts, prefix: prefix + key + ".")
    }

    /// The fault that a value is of another type than its key asks for.
    func wrongType(_ key: String, expected: String, _ found: JSONValue, place: String = "") -> LineFault {
        let value =
            if areTexts, case .string(let text) = found { "'\(text.prefix(40))'" } else { found.kind }
        return .wrongType(key: prefix + key, expected: expected, found: place + value)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
