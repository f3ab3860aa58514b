import Foundation
import JSONText
import TestSupport
import Yams

/// The OpenAPI document, as far as answers are held to it: statuses, media types, headers and shapes.
struct OpenAPIDocument {
    private let root: JSONValue
    private let schemas: JSONSchema

    init() throws {
        let url = Checkout.root.appending(path: "Sources/Serving/openapi.yaml")
        root = JSONValue(yaml: try Yams.load(yaml: try String(contentsOf: url, encoding: .utf8)))
        schemas = JSONSchema(root)
    }

    /// All operations by their ids, with the path of each.
    var operations: [String: (path: String, operation: JSONObject)] {
        var operations: [String: (path: String, operation: JSONObject)] = [:]
        for path in object(object(root)["paths"]).members {
            let operation = object(object(path.value)["get"])
            if case .string(let id)? = operation["operationId"] { operations[id] = (path.key, operation) }
        }
        return operations
    }

    /// The statuses that an operation documents.
    func statuses(_ operation: JSONObject) -> [String] { object(operation["responses"]).members.map(\.key) }

    /// What of an answer is not as documented; nothing when all is well.
    func faults(
        _ operation: JSONObject, status: Int, headers: (String) -> String?, body: [UInt8]
    ) -> [String] {
        guard let documented = object(operation["responses"])["\(status)"] else {
            return ["the status \(status) is not documented"]
        }
        let response = resolved(documented)
        var faults: [String] = []
        for header in object(response["headers"]).members
        where resolved(header.value)["required"] == true && headers(header.key) == nil {
            faults.append("the header \(header.key) is missing")
        }
        let content = object(response["content"])
        let type = headers("content-type")?.split(separator: ";").first.map(String.init)
        guard !content.isEmpty else { return faults + (body.isEmpty ? [] : ["a body that is not documented"]) }
        guard let type, let media = content[type] else { return faults + ["the media type \(type ?? "none")"] }
        guard type == "application/json", let schema = object(media)["schema"] else { return faults }
        do {
            return faults + schemas.faults(of: try JSONValue(parsing: body), by: schema)
        } catch {
            return faults + ["no JSON"]
        }
    }

    /// What a reference refers to.
    private func resolved(_ value: JSONValue) -> JSONObject {
        guard case .string(let reference)? = object(value)["$ref"] else { return object(value) }
        return schemas.target(of: reference).map(resolved) ?? JSONObject()
    }

    private func object(_ value: JSONValue?) -> JSONObject {
        if case .object(let object)? = value { return object }
        return JSONObject()
    }
}
