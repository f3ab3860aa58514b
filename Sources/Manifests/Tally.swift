public import JSONText

/// How often each name occurred, in the order of the names' UTF-8 bytes.
public struct Tally: Sendable, Hashable {
    /// The counts by name.
    private var members = JSONObject()

    /// Nothing counted yet.
    public init() {}

    /// How often `name` occurred.
    public subscript(name: String) -> Int {
        if case .integer(let count) = members[name] { count } else { 0 }
    }

    /// Counts `name` once, or `times`.
    public mutating func add(_ name: String, _ times: Int = 1) { members[name] = .integer(self[name] + times) }

    /// The names and their counts, sorted.
    public var counts: [(name: String, count: Int)] { members.members.map { ($0.key, self[$0.key]) } }

    /// The counts as a JSON object.
    public var json: JSONValue { .object(members) }
}
