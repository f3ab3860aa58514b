import Fetching
import Foundation
import JSONText
import TestSupport
import Yams

/// Answers of the real services that developers have beside the checkout; tests that need them are skipped without.
enum Recordings {
    /// The folder, `../shared/apis/recordings` seen from the repository, or where `PAWPRINT_RECORDINGS` says.
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["PAWPRINT_RECORDINGS"] { return URL(filePath: path) }
        return Checkout.root.deletingLastPathComponent().appending(path: "shared/apis/recordings")
    }()
    static let exist = FileManager.default.fileExists(atPath: root.path)

    /// The names of all recordings of a service, sorted.
    static func names(_ service: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: service).path).sorted()
    }

    /// A recorded answer. A `.yaml` file holds status and header; of a `.json` file the name tells the status.
    static func answer(_ service: String, _ name: String) throws -> HTTPAnswer {
        let data = try Data(contentsOf: root.appending(path: "\(service)/\(name)"))
        guard name.hasSuffix(".yaml") else {
            let status = ["400", "404"].first { name.contains("-\($0).") }.flatMap { Int($0) } ?? 200
            return HTTPAnswer(status: status, body: [UInt8](data))
        }
        let document = try Yams.load(yaml: String(decoding: data, as: UTF8.self)) as? [String: Any] ?? [:]
        let response = document["response"] as? [String: Any] ?? [:]
        let headers = response["headers"] as? [String: Any] ?? [:]
        let fields = headers.compactMap { name, value in
            (value as? String).map { HTTPFields.Field(name: name, value: $0) }
        }
        return HTTPAnswer(
            status: response["status"] as? Int ?? 0, headers: HTTPFields(fields),
            body: json(response["body_json"]).encoded())
    }

    private static func json(_ value: Any?) -> JSONValue {
        switch value {
        case let text as String: .string(text)
        case let flag as Bool: .bool(flag)
        case let number as Int: .integer(number)
        case let elements as [Any]: .array(elements.map { json($0) })
        case let members as [String: Any]: .object(JSONObject(members.map { ($0.key, json($0.value)) }))
        default: .null
        }
    }
}
