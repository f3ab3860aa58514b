internal import JSONText
internal import Spelling

/// A truth file that is one JSON object.
struct TruthDocument {
    let entries: [(list: TruthList, entry: TruthEntry)]
    /// Beginnings of paths below which all that is not said to be related is different.
    let completeFolders: [String]

    /// Reads the whole file.
    init(parsing bytes: [UInt8]) throws(TruthError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            let before = bytes.prefix(error.offset)
            let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            throw .notJSON(line: line, byte: error.offset - start + 1, error)
        }
        if case .object(let object) = value { try Self.checkKeys(of: object) }
        do throws(JSONShapeError) {
            let reader = try JSONReader(value)
            var entries: [(TruthList, TruthEntry)] = []
            for list in TruthList.allCases {
                for (index, value) in try Self.elements(reader, list.rawValue).enumerated() {
                    entries.append((list, try TruthEntry(value, path: "$.\(list.rawValue)[\(index)]", in: list)))
                }
            }
            self.entries = entries
            completeFolders = try Self.completeFolders(reader)
        } catch {
            throw .wrongShape(line: nil, error)
        }
    }

    private static func checkKeys(of object: JSONObject) throws(TruthError) {
        let known = TruthList.allCases.map(\.rawValue) + TruthList.others
        for member in object.members where !known.contains(member.key) {
            let meant = NearMiss.suggestion(for: member.key, among: known)
            throw .unknownKey(path: "$.\(member.key)", meant: meant)
        }
    }

    private static func elements(_ reader: JSONReader, _ key: String) throws(JSONShapeError) -> [JSONValue] {
        switch reader.value(key) {
        case nil: return []
        case .array(let elements)?: return elements
        case let value?: throw reader.wrongType(key, "an array", value)
        }
    }

    private static func completeFolders(_ reader: JSONReader) throws(JSONShapeError) -> [String] {
        if case .bool(let isComplete)? = reader.value("complete") { return isComplete ? [""] : [] }
        return try reader.strings("complete")
    }
}
