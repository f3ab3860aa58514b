internal import Duplicates
internal import JSONText

/// One entry of a truth file: some pictures, and what is said of them.
struct TruthEntry {
    /// A picture, and the relations to the original that are right; none where nothing is said.
    struct Member {
        let name: PictureName
        var relations: [Relation] = []
    }

    /// The picture that others are related to, if there is one.
    private(set) var original: PictureName?
    private(set) var members: [Member] = []
    /// The relations of all members, where they are named for all of them.
    private(set) var relations: [Relation] = []
    /// Which pictures are alternates of the original beside the members.
    private(set) var alternates: [Member] = []

    /// So many names in one list make 50 million pairs.
    private static let maximumMembers = 10_000
    private static let nameKeys = ["file", "path", "id", "sha256"]

    /// Reads `value`, which is a list of names or an object.
    ///
    /// - Parameter list: where it stands; some lists say all, and a `relation` there is a note in somebody's own words.
    init(_ value: JSONValue, path: String, in list: TruthList) throws(JSONShapeError) {
        if case .array(let names) = value {
            members = try Self.members(names, path: path, list)
        } else {
            try read(try JSONReader(value, path: path), list)
        }
        if list == .pairs && members.count != 2 {
            throw JSONShapeError(path: path, fault: .invalid(expected: "two names", found: "\(members.count)"))
        }
    }

    private mutating func read(_ reader: JSONReader, _ list: TruthList) throws(JSONShapeError) {
        for key in ["keeper", "original"] {
            if let name = try reader.string(key) { original = PictureName(name) }
        }
        relations = try Self.relations(reader, list)
        alternates = try Self.members(reader, "alternates", list)
        if let key = ["members", "group", "pair"].first(where: { reader.value($0) != nil }) {
            members = try Self.members(reader, key, list)
            return
        }
        // Under keys of their own: `a` and `b`, or a `file` beside an `original`.
        for key in ["a", "b"] + Self.nameKeys {
            if let name = try reader.string(key) { members.append(Member(name: PictureName(name))) }
        }
        if members.isEmpty { throw reader.missing("members", "an array of names") }
    }

    private static func members(
        _ reader: JSONReader, _ key: String, _ list: TruthList
    ) throws(JSONShapeError) -> [Member] {
        guard let value = reader.value(key) else { return [] }
        guard case .array(let names) = value else { throw reader.wrongType(key, "an array of names", value) }
        return try members(names, path: "\(reader.path).\(key)", list)
    }

    private static func members(
        _ values: [JSONValue], path: String, _ list: TruthList
    ) throws(JSONShapeError) -> [Member] {
        guard values.count <= maximumMembers else {
            throw JSONShapeError(
                path: path, fault: .invalid(expected: "at most \(maximumMembers) names", found: "\(values.count)"))
        }
        var members: [Member] = []
        for (index, value) in values.enumerated() {
            members.append(try member(value, path: "\(path)[\(index)]", list))
        }
        return members
    }

    private static func member(
        _ value: JSONValue, path: String, _ list: TruthList
    ) throws(JSONShapeError) -> Member {
        switch value {
        case .string(let name): return Member(name: PictureName(name))
        case .object:
            let reader = try JSONReader(value, path: path)
            for key in nameKeys {
                guard let name = try reader.string(key) else { continue }
                return Member(name: PictureName(name), relations: try relations(reader, list))
            }
            throw reader.missing("file", "a name")
        default: throw JSONShapeError(path: path, fault: .wrongType(expected: "a name", found: value.kind))
        }
    }

    /// The relations that an object names, as one or as a list, the best first.
    private static func relations(_ reader: JSONReader, _ list: TruthList) throws(JSONShapeError) -> [Relation] {
        if list.hasNotes { return [] }
        let single: Relation? = try reader.choice("relation")
        var relations = single.map { [$0] } ?? []
        for (index, word) in try reader.strings("relations").enumerated() {
            guard let relation = Relation(rawValue: word) else {
                let known = Relation.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
                throw reader.invalid("relations[\(index)]", expected: known, found: "\"\(word)\"")
            }
            relations.append(relation)
        }
        return relations
    }
}
