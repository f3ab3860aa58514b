import Foundation
import JSONText
import TestSupport
import Yams

/// The OpenAPI document, as far as answers are held to it: statuses, media types, headers and shapes.
struct OpenAPIDocument {
    private let root: [String: Any]

    init() throws {
        let url = Checkout.root.appending(path: "Sources/Serving/openapi.yaml")
        root = try Yams.load(yaml: try String(contentsOf: url, encoding: .utf8)) as? [String: Any] ?? [:]
    }

    /// All operations by their ids, with the path of each.
    var operations: [String: (path: String, operation: [String: Any])] {
        var operations: [String: (path: String, operation: [String: Any])] = [:]
        for (path, item) in object(root["paths"]) {
            for (method, value) in object(item) where method == "get" {
                let operation = object(value)
                operations[operation["operationId"] as? String ?? ""] = (path, operation)
            }
        }
        return operations
    }

    /// The statuses that an operation documents.
    func statuses(_ operation: [String: Any]) -> [String] { object(operation["responses"]).keys.sorted() }

    /// What of an answer is not as documented; nothing when all is well.
    func faults(
        _ operation: [String: Any], status: Int, headers: (String) -> String?, body: [UInt8]
    ) -> [String] {
        guard let response = object(operation["responses"])["\(status)"].map(resolved) else {
            return ["the status \(status) is not documented"]
        }
        var faults: [String] = []
        for (name, header) in object(response["headers"])
        where resolved(header)["required"] as? Bool == true && headers(name) == nil {
            faults.append("the header \(name) is missing")
        }
        let content = object(response["content"])
        let type = headers("content-type")?.split(separator: ";").first.map(String.init)
        guard !content.isEmpty else { return faults + (body.isEmpty ? [] : ["a body that is not documented"]) }
        guard let type, let media = content[type] else { return faults + ["the media type \(type ?? "none")"] }
        guard type == "application/json" else { return faults }
        do {
            return faults + self.faults(try JSONValue(parsing: body), object(media)["schema"], "$")
        } catch {
            return faults + ["no JSON"]
        }
    }

    /// What of `value` a schema forbids, by its path.
    private func faults(_ value: JSONValue, _ schema: Any?, _ path: String) -> [String] {
        let schema = resolved(schema ?? [:])
        var faults: [String] = []
        if let types = schema["type"].map({ $0 as? [String] ?? [$0 as? String ?? ""] }), !types.contains(name(value)) {
            return ["\(path): \(value.kind), not \(types)"]
        }
        if let constant = schema["const"], !equal(value, constant) { faults.append("\(path): not \(constant)") }
        for part in schema["allOf"] as? [Any] ?? [] { faults += self.faults(value, part, path) }
        for key in ["oneOf", "anyOf"] {
            guard let choices = schema[key] as? [Any] else { continue }
            let fitting = choices.filter { self.faults(value, $0, path).isEmpty }.count
            if fitting == 0 || (key == "oneOf" && fitting > 1) { faults.append("\(path): fits \(fitting) of \(key)") }
        }
        switch value {
        case .object(let members):
            for name in schema["required"] as? [String] ?? [] where members[name] == nil {
                faults.append("\(path).\(name) is missing")
            }
            for (name, part) in object(schema["properties"]) {
                if let member = members[name] { faults += self.faults(member, part, "\(path).\(name)") }
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                faults += self.faults(element, schema["items"], "\(path)[\(index)]")
            }
        default: break
        }
        return faults
    }

    private func name(_ value: JSONValue) -> String {
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

    private func equal(_ value: JSONValue, _ constant: Any) -> Bool {
        switch value {
        case .bool(let bool): constant as? Bool == bool
        case .integer(let integer): constant as? Int == integer
        case .string(let string): constant as? String == string
        default: false
        }
    }

    /// What a reference refers to.
    private func resolved(_ value: Any) -> [String: Any] {
        let found = object(value)
        guard let reference = found["$ref"] as? String else { return found }
        let path = reference.split(separator: "/").dropFirst().map(String.init)
        return resolved(path.reduce(root as Any) { object($0)[$1] ?? [:] as [String: Any] })
    }

    private func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
}
