public import JSONText
public import Specs

extension PipelineSpec {
    /// What the file asks for, with defaults filled in, as a summary repeats it.
    public var summary: JSONObject {
        guard case .object(let members) = JSONValue(echo) else { return JSONObject() }
        return members
    }
}

extension JSONValue {
    /// The same values as JSON.
    public init(_ echo: SpecEcho) {
        self =
            switch echo {
            case .text(let text): .string(text)
            case .integer(let integer): .integer(integer)
            case .flag(let flag): .bool(flag)
            case .list(let values): .array(values.map { JSONValue($0) })
            case .mapping(let members): .object(JSONObject(members.map { ($0.key, JSONValue($0.value)) }))
            }
    }
}
