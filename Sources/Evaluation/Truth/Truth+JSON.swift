internal import Duplicates
internal import JSONText

extension Truth {
    /// Reads a truth file: one JSON object with lists, or an entry of groups or pairs a line; the README says more.
    public init(parsing bytes: [UInt8]) throws(TruthError) {
        self.init()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if let first = lines.first(where: { !Self.isEmpty($0) }), Self.isEntry(first) {
            for (index, line) in lines.enumerated() where !Self.isEmpty(line) {
                let (list, entry) = try Self.entry(line, number: index + 1)
                try add(entry, to: list)
            }
        } else {
            let document = try TruthDocument(parsing: bytes)
            completeFolders = document.completeFolders
            for (list, entry) in document.entries { try add(entry, to: list) }
        }
        try checkContradictions()
        if names.count < 2 { throw .empty }
    }

    private static func isEmpty(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// Whether a line is an entry of its own, and not all of a file or the beginning of one.
    private static func isEntry(_ line: ArraySlice<UInt8>) -> Bool {
        guard case .object(let object)? = try? JSONValue(parsing: line) else { return false }
        return ["members", "group", "pair", "a"].contains { object[$0] != nil }
    }

    private static func entry(
        _ line: ArraySlice<UInt8>, number: Int
    ) throws(TruthError) -> (TruthList, TruthEntry) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw .notJSON(line: number, byte: error.offset + 1, error)
        }
        do throws(JSONShapeError) {
            let reader = try JSONReader(value)
            let list = reader.value("pair") != nil || reader.value("a") != nil ? TruthList.pairs : .groups
            return (list, try TruthEntry(value, path: "$", in: list))
        } catch {
            throw .wrongShape(line: number, error)
        }
    }

    private mutating func add(_ entry: TruthEntry, to list: TruthList) throws(TruthError) {
        let members = entry.members.map { number(of: $0.name) }
        guard let original = entry.original.map({ number(of: $0) }) else {
            return try add(members, entry.relations, to: list)
        }
        for (number, member) in zip(members, entry.members) where number != original {
            let relations = member.relations.isEmpty ? entry.relations : member.relations
            try add([original, number], relations, to: list)
        }
        for alternate in entry.alternates {
            let relations = alternate.relations.isEmpty ? [.alternate] : alternate.relations
            try addPair(original, number(of: alternate.name), relations)
        }
    }

    private mutating func add(_ members: [Int], _ relations: [Relation], to list: TruthList) throws(TruthError) {
        switch list {
        case .alternates where members.count == 2: try addPair(members[0], members[1], [.alternate])
        case .alternates: addAlternates(members)
        case .distinct, .lookalikes: addDifferent(members)
        case .groups, .pairs:
            if relations.isEmpty || members.count > 2 { return addCopies(members, isGroup: list == .groups) }
            if members.count == 2 { try addPair(members[0], members[1], relations, isGroup: list == .groups) }
        case .duplicates, .invariant, .identical, .byteIdentical, .samePixels, .pixelIdentical: addCopies(members)
        }
    }
}
