public import Checks
internal import JSONText

/// Issues that are known and break nothing: a JSON object a line (`pawprint.baseline/1`).
public struct Baseline: Sendable {
    /// The entries, each with the number of its line.
    public private(set) var entries: [(line: Int, entry: BaselineEntry)] = []

    /// The entries of a file; empty lines are passed over.
    public init(parsing text: [UInt8]) throws(BaselineError) {
        var line = 0
        for bytes in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            entries.append((line, try Self.entry(bytes, line: line)))
        }
    }

    /// The file that makes all of `items` known: a line for each error and warning, in their order.
    public static func text(of items: [CheckedItem]) -> [UInt8] {
        var seen: Set<BaselineEntry> = []
        var text: [UInt8] = []
        for item in items {
            for issue in item.issues where issue.level != .notice {
                let entry = BaselineEntry(item, issue)
                if seen.insert(entry).inserted { text += Array(entry.line.utf8) + [UInt8(ascii: "\n")] }
            }
        }
        return text
    }

    /// Marks what is known among `items`.
    ///
    /// - Returns: the entries that nothing matched, in the order of the file.
    public func mark(_ items: inout [CheckedItem]) -> [(line: Int, entry: BaselineEntry)] {
        let known = Set(entries.map(\.entry))
        var met: Set<BaselineEntry> = []
        for index in items.indices {
            for position in items[index].issues.indices {
                let entry = BaselineEntry(items[index], items[index].issues[position])
                guard known.contains(entry) else { continue }
                items[index].issues[position].isKnown = true
                met.insert(entry)
            }
        }
        return entries.filter { !met.contains($0.entry) }
    }

    private static func entry(_ bytes: ArraySlice<UInt8>, line: Int) throws(BaselineError) -> BaselineEntry {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(line: line, byte: error.offset + 1, reason: error.description)
        }
        do throws(JSONShapeError) {
            let reader = try JSONReader(value)
            let schema: String = try reader.required("schema")
            guard schema == BaselineEntry.schema else {
                throw reader.invalid("schema", expected: "\"\(BaselineEntry.schema)\"", found: "\"\(schema)\"")
            }
            return BaselineEntry(
                id: try reader.required("id"), digest: try reader.string("sha256"), rule: try reader.required("rule"))
        } catch {
            throw .wrongShape(line: line, reason: error.description)
        }
    }
}
