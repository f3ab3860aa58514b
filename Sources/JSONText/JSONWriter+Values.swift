// Values of unknown shape, canonical and for people.
extension JSONWriter {
    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let bool): self.bool(bool)
        case .integer(let integer): self.integer(integer)
        case .number(let number): self.number(number)
        case .string(let string): self.string(string)
        case .array(let elements):
            beginArray()
            for item in elements {
                element()
                self.value(item)
            }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                freeKey(member.key)
                self.value(member.value)
            }
            endObject()
        }
    }

    /// Like `value`, one member a line, `level` steps to the right.
    package mutating func indented(_ value: JSONValue, level: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            beginArray()
            for item in elements {
                element()
                newLine(level + 1)
                indented(item, level: level + 1)
            }
            newLine(level)
            endArray()
        case .object(let object) where !object.isEmpty:
            beginObject()
            for member in object.members {
                element()
                newLine(level + 1)
                string(member.key)
                bytes.append(contentsOf: ": ".utf8)
                indented(member.value, level: level + 1)
            }
            newLine(level)
            endObject()
        default: self.value(value)
        }
    }

    private mutating func newLine(_ level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }
}
