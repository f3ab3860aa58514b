import JSONText

extension JSONValue {
    /// What a YAML reader made of a document: values that JSON has too.
    init(yaml value: Any?) {
        self =
            switch value {
            case let members as [String: Any]: .object(JSONObject(members.map { ($0.key, JSONValue(yaml: $0.value)) }))
            case let elements as [Any]: .array(elements.map { JSONValue(yaml: $0) })
            case let text as String: .string(text)
            case let bool as Bool: .bool(bool)
            case let integer as Int: .integer(integer)
            case let number as Double: .number(number)
            default: .null
            }
    }
}
