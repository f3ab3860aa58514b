internal import Files

/// How a list of items is written.
public enum ListFormat: String, Sendable, Hashable, CaseIterable {
    /// One path or URL a line, exactly as it stands: no comments, no quotes, no trimming, for a file's name may hold
    /// anything. Empty lines are skipped; a carriage return at the end of a line is not part of it.
    case plain
    /// One path or URL before each zero byte, as `find -print0` writes.
    case zeroSeparated = "nul"
    /// One JSON object a line, a manifest among them.
    case jsonLines = "jsonl"
    /// Comma-separated values with a header line (RFC 4180).
    case csv

    /// The format that a list file's name tells, if it does.
    init?(fileName: RawPath) {
        let name = String(decoding: fileName.lastComponent.bytes, as: UTF8.self).lowercased()
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...] {
        case "jsonl", "ndjson", "json": self = .jsonLines
        case "csv": self = .csv
        case "txt", "lst", "list": self = .plain
        default: return nil
        }
    }

    /// The format that the first bytes of a list tell: an object starts JSON lines, a header with a known column CSV.
    init(beginning bytes: ArraySlice<UInt8>) {
        let text = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let firstLine = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let columns = firstLine.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
        if text.first == UInt8(ascii: "{"), ListFormat.startsObject(text.dropFirst()) {
            self = .jsonLines
        } else if bytes.contains(0) {
            self = .zeroSeparated
        } else if columns.contains(where: ListKeys.location.contains) {
            self = .csv
        } else {
            self = .plain
        }
    }

    /// A brace alone may start the name of a file.
    private static func startsObject(_ bytes: ArraySlice<UInt8>) -> Bool {
        let first = bytes.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return first == UInt8(ascii: "\"") || first == UInt8(ascii: "}")
    }
}
