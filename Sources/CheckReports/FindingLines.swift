public import Checks
internal import JSONText
internal import Manifests

/// Issues for programs: a JSON object a line (`pawprint.finding/1`).
public enum FindingLines {
    /// The name of the line's schema.
    public static let schema = "pawprint.finding/1"

    /// One line an issue, keys sorted, each with a line feed.
    public static func text(of items: [CheckedItem]) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            for issue in item.issues { bytes += object(item, issue).encoded() + [UInt8(ascii: "\n")] }
        }
        return bytes
    }

    private static func object(_ item: CheckedItem, _ issue: CheckIssue) -> JSONValue {
        .object([
            "code": .optional(issue.code), "decoded": .optional(issue.decoded), "declared": .optional(issue.declared),
            "id": .string(item.id), "known": .bool(issue.isKnown), "level": .string(issue.level.rawValue),
            "message": .string(issue.message), "other": .optional(issue.other), "path": .optional(item.path),
            "rule": .string(issue.rule.rawValue), "schema": .string(schema), "sha256": .optional(item.digest),
            "source": .string(item.source), "url": .optional(item.url),
        ])
    }
}

extension JSONValue {
    /// A string, or null.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number or a string, or null.
    static func optional(_ value: Finding.Value?) -> JSONValue {
        switch value {
        case .number(let number)?: .integer(number)
        case .text(let text)?: .string(text)
        case nil: .null
        }
    }
}
