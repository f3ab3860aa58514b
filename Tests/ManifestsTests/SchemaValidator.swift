import JSONText
import Manifests

/// As much of JSON Schema (draft 2020-12) as the schema of the manifest uses; an unknown keyword is a failure, not a
/// pass.
struct SchemaValidator {
    private let root: JSONObject
    private static let known: Set<String> = [
        "$defs", "$id", "$ref", "$schema", "additionalProperties", "description", "enum", "items", "maximum", "minimum",
        "pattern", "properties", "required", "title", "type",
    ]

    init?(_ schema: JSONValue) {
        guard case .object(let root) = schema else { return nil }
        self.root = root
    }

    /// What is wrong with `value`, each with its path.
    func faults(of value: JSONValue) -> [String] { faults(of: value, by: .object(root), at: "$") }

    private func faults(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
        guard case .object(let schema) = schema else { return ["\(path): the schema is no object"] }
        var faults = schema.members.filter { !Self.known.contains($0.key) }.map { "\(path): unknown keyword \($0.key)" }
        if case .string(let reference)? = schema["$ref"] {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard case .object(let definitions)? = root["$defs"], let target = definitions[name] else {
                return ["\(path): no definition \(reference)"]
            }
            faults += self.faults(of: value, by: target, at: path)
        }
        if let type = schema["type"], !types(type).contains(kind(value)) {
            return faults + ["\(path): not of its type"]
        }
        if case .array(let choices)? = schema["enum"], !choices.contains(value) { faults.append("\(path): no choice") }
        if case .integer(let number) = value {
            if case .integer(let minimum)? = schema["minimum"], number < minimum { faults.append("\(path): too small") }
            if case .integer(let maximum)? = schema["maximum"], number > maximum { faults.append("\(path): too large") }
        }
        if case .string(let text) = value, case .string(let pattern)? = schema["pattern"] {
            do {
                if try Regex(pattern).firstMatch(in: text) == nil {
                    faults.append("\(path): does not match \(pattern)")
                }
            } catch {
                faults.append("\(path): \(pattern) is no pattern")
            }
        }
        if case .array(let elements) = value, let items = schema["items"] {
            for (index, element) in elements.enumerated() {
                faults += self.faults(of: element, by: items, at: "\(path)[\(index)]")
            }
        }
        if case .object(let object) = value { faults += self.faults(of: object, by: schema, at: path) }
        return faults
    }

    private func faults(of object: JSONObject, by schema: JSONObject, at path: String) -> [String] {
        var faults: [String] = []
        if case .array(let required)? = schema["required"] {
            for case .string(let key) in required where object[key] == nil { faults.append("\(path): no \(key)") }
        }
        var properties = JSONObject()
        if case .object(let object)? = schema["properties"] { properties = object }
        for member in object.members {
            if let property = properties[member.key] {
                faults += self.faults(of: member.value, by: property, at: "\(path).\(member.key)")
            } else if schema["additionalProperties"] == false {
                faults.append("\(path): \(member.key) is not expected")
            }
        }
        return faults
    }

    private func types(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let name): [name]
        case .array(let names): names.flatMap(types)
        default: []
        }
    }

    private func kind(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
