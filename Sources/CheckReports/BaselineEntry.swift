public import Checks
internal import JSONText

/// An issue that is known: which rule, of which item, with which bytes.
///
/// Other bytes under the same name are another picture, and what was known of the old one says nothing of it.
public struct BaselineEntry: Sendable, Hashable {
    /// The name of the line's schema.
    public static let schema = "pawprint.baseline/1"

    /// The item.
    public let id: String
    /// The SHA-256 of its bytes; `nil` where there were none.
    public let digest: String?
    /// The rule.
    public let rule: CheckRule

    /// An entry.
    public init(id: String, digest: String?, rule: CheckRule) {
        self.id = id
        self.digest = digest
        self.rule = rule
    }

    /// The entry of an issue.
    init(_ item: CheckedItem, _ issue: CheckIssue) {
        self.init(id: item.id, digest: item.digest, rule: issue.rule)
    }

    /// The canonical line, without a line feed.
    var line: String {
        let object: JSONObject = [
            "id": .string(id), "rule": .string(rule.rawValue), "schema": .string(Self.schema),
            "sha256": .optional(digest),
        ]
        return String(decoding: JSONValue.object(object).encoded(), as: UTF8.self)
    }

    /// By bytes: Swift calls composed and decomposed accents equal, file systems do not.
    public static func == (left: Self, right: Self) -> Bool {
        left.rule == right.rule && left.digest == right.digest && left.id.utf8.elementsEqual(right.id.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rule)
        hasher.combine(digest)
        for byte in id.utf8 { hasher.combine(byte) }
    }
}
