public import JSONText

/// As much of JSON Schema (draft 2020-12) as the schemas of this repository use; an unknown keyword is a failure, not a
/// pass.
public struct JSONSchema {
    /// The whole document, in which references are looked up.
    private let root: JSONValue
    private static let known: Set<String> = [
        "$defs", "$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const", "default", "description",
        "enum", "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "oneOf", "pattern",
        "properties", "required", "title", "type",
    ]

    /// The schemas of a document; it may be one itself.
    public init(_ root: JSONValue) { self.root = root }

    /// What is wrong with `value`, each with its path.
    ///
    /// - Parameter schema: a part of the document; all of it where none is named.
    public func faults(of value: JSONValue, by schema: JSONValue? = nil, at path: String = "$") -> [String] {
        guard case .object(let schema) = schema ?? root else { return ["\(path): the schema is no object"] }
        var faults = schema.members.filter { !Self.known.contains($0.key) }.map { "\(path): unknown keyword \($0.key)" }
        if case .string(let reference)? = schema["$ref"] {
            guard let target = target(of: reference) else { return ["\(path): no definition \(reference)"] }
            faults += self.faults(of: value, by: target, at: path)
        }
        if let type = schema["type"], !types(type).contains(kind(value)) {
            return faults + ["\(path): not of its type"]
        }
        if case .array(let choices)? = schema["enum"], !choices.contains(value) { faults.append("\(path): no choice") }
        if let constant = schema["const"], constant != value { faults.append("\(path): not the constant") }
        faults += combined(value, schema, path)
        switch value {
        case .integer(let number): faults += bounds(number, schema, "minimum", "maximum", path)
        case .string(let text):
            faults += bounds(text.unicodeScalars.count, schema, "minLength", "maxLength", path)
            if case .string(let pattern)? = schema["pattern"] { faults += matching(text, pattern, path) }
        case .array(let elements):
            faults += bounds(elements.count, schema, "minItems", "maxItems", path)
            for (index, element) in elements.enumerated() {
                if let items = schema["items"] {
                    faults += self.faults(of: element, by: items, at: "\(path)[\(index)]")
                }
            }
        case .object(let object): faults += members(object, schema, path)
        case .null, .bool, .number: break
        }
        return faults
    }

    /// What a reference within the document refers to.
    public func target(of reference: String) -> JSONValue? {
        var target: JSONValue? = root
        for key in reference.split(separator: "/").dropFirst() {
            guard case .object(let object)? = target else { return nil }
            target = object[String(key)]
        }
        return target
    }

    private func combined(_ value: JSONValue, _ schema: JSONObject, _ path: String) -> [String] {
        var faults: [String] = []
        for key in ["allOf", "anyOf", "oneOf"] {
            guard case .array(let parts)? = schema[key] else { continue }
            let found = parts.map { self.faults(of: value, by: $0, at: path) }
            let fitting = found.count { $0.isEmpty }
            switch key {
            case "allOf": faults += found.joined()
            case "anyOf" where fitting > 0, "oneOf" where fitting == 1: break
            default: faults.append("\(path): fits \(fitting) of \(key)")
            }
        }
        return faults
    }

    private func bounds(
        _ number: Int, _ schema: JSONObject, _ least: String, _ most: String, _ path: String
    ) -> [String] {
        if case .integer(let minimum)? = schema[least], number < minimum { return ["\(path): too small"] }
        if case .integer(let maximum)? = schema[most], number > maximum { return ["\(path): too large"] }
        return []
    }

    private func matching(_ text: String, _ pattern: String, _ path: String) -> [String] {
        do {
            return try Regex(pattern).firstMatch(in: text) == nil ? ["\(path): does not match \(pattern)"] : []
        } catch {
            return ["\(path): \(pattern) is no pattern"]
        }
    }

    private func members(_ object: JSONObject, _ schema: JSONObject, _ path: String) -> [String] {
        var faults: [String] = []
        if case .array(let required)? = schema["required"] {
            for case .string(let key) in required where object[key] == nil { faults.append("\(path): no \(key)") }
        }
        var properties = JSONObject()
        if case .object(let object)? = schema["properties"] { properties = object }
        for member in object.members {
            let place = "\(path).\(member.key)"
            if let property = properties[member.key] {
                faults += self.faults(of: member.value, by: property, at: place)
            } else if schema["additionalProperties"] == false {
                faults.append("\(path): \(member.key) is not expected")
            } else if case .object? = schema["additionalProperties"] {
                faults += self.faults(of: member.value, by: schema["additionalProperties"], at: place)
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
