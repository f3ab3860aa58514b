public import JSONText

/// One line of `groups.jsonl`: a keeper, its duplicates, and the evidence for each (`pawprint.group/1`).
public struct GroupLine: Sendable, Hashable {
    /// The name of the line's schema.
    public static let schema = "pawprint.group/1"

    /// An item that was verified against the keeper.
    public struct Member: Sendable, Hashable {
        /// The item.
        public var id: String
        /// How it is related to the keeper: the raw value of the verdict's relation.
        public var relation: String
        /// The bits between the two fingerprints.
        public var distance: Int
        /// What the verdict rests on: integers, or arrays of them for boxes.
        public var evidence: JSONObject
        /// The verdict in words.
        public var reason: String
        /// The item that it hangs on in a group that is a component, if that is not the keeper.
        public var via: String?

        /// A member of a group.
        public init(
            id: String, relation: String, distance: Int, evidence: JSONObject = JSONObject(), reason: String,
            via: String? = nil
        ) {
            self.id = id
            self.relation = relation
            self.distance = distance
            self.evidence = evidence
            self.reason = reason
            self.via = via
        }
    }

    /// The group, as `g000012`.
    public var id: String
    /// The id of the item that is kept.
    public var keeper: String
    /// Why that one, in words.
    public var reason: String
    /// The duplicates of the keeper, each verified against it.
    public var members: [Member]
    /// Other versions of the same drawing: next to the group, not in it.
    public var alternates: [Member]
    /// Whether somebody chose this keeper from among all of these.
    public var isDecided: Bool

    /// A group.
    public init(
        id: String, keeper: String, reason: String, members: [Member], alternates: [Member] = [],
        isDecided: Bool = false
    ) {
        self.id = id
        self.keeper = keeper
        self.reason = reason
        self.members = members
        self.alternates = alternates
        self.isDecided = isDecided
    }

    /// What holds for every member: the largest distance from the keeper.
    public var largestDistance: Int { members.map(\.distance).max() ?? 0 }

    /// What holds for every member: all relations that occur, sorted.
    public var relations: [String] {
        Set(members.map(\.relation)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The canonical line, without a line feed.
    public func encoded() -> [UInt8] {
        var writer = JSONWriter()
        writer.object(self)
        return writer.bytes
    }

    /// The group of one line; `line` is its number, for the error. The guarantee is computed anew.
    public static func decode(_ bytes: ArraySlice<UInt8>, line: Int) throws(ManifestError) -> GroupLine {
        try JSONLines.read(bytes, line: line, schema: schema) { (reader) throws(JSONShapeError) in
            try GroupLine(reader)
        }
    }

    /// All groups of a file; empty lines are passed over.
    public static func groups(in text: [UInt8]) throws(ManifestError) -> [GroupLine] {
        try JSONLines.decode(text) { (bytes, line) throws(ManifestError) in try decode(bytes, line: line) }
    }
}

extension GroupLine: WritableSection {
    func write(to writer: inout JSONWriter) {
        write("alternates", alternates, to: &writer)
        if isDecided { writer.member("decided", isDecided) }
        writer.key("guarantee")
        writer.beginObject()
        writer.member("distance", largestDistance)
        writer.member("relations", relations)
        writer.endObject()
        writer.member("id", id)
        writer.member("keeper", keeper)
        write("members", members, to: &writer)
        writer.member("reason", reason)
        writer.member("schema", Self.schema)
    }

    private func write(_ name: String, _ members: [Member], to writer: inout JSONWriter) {
        writer.key(name)
        writer.beginArray()
        for member in members {
            writer.element()
            writer.object(member)
        }
        writer.endArray()
    }

    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            id: try reader.required("id"), keeper: try reader.required("keeper"), reason: try reader.required("reason"),
            members: try Self.members(reader.sections("members")),
            alternates: try Self.members(reader.sections("alternates")),
            isDecided: try reader.bool("decided") ?? false)
    }

    private static func members(_ readers: [JSONReader]) throws(JSONShapeError) -> [Member] {
        var members: [Member] = []
        for reader in readers { members.append(try Member(reader)) }
        return members
    }
}

extension GroupLine.Member: WritableSection {
    func write(to writer: inout JSONWriter) {
        writer.member("distance", distance)
        writer.member("evidence", evidence)
        writer.member("id", id)
        writer.member("reason", reason)
        writer.member("relation", relation)
        if let via { writer.member("via", via) }
    }

    fileprivate init(_ reader: JSONReader) throws(JSONShapeError) {
        self.init(
            id: try reader.required("id"), relation: try reader.required("relation"),
            distance: try reader.required("distance"), evidence: try reader.members("evidence"),
            reason: try reader.required("reason"), via: try reader.string("via"))
    }
}
