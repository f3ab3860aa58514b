/// The keys of JSON objects and the columns of CSV files that have a meaning; all others are kept as annotations.
enum ListKeys {
    /// Where the picture is, by precedence.
    static let location = ["path", "file_name", "file", "url"]
    /// The same for messages.
    static let locationChoice = "'path', 'file_name', 'file' or 'url'"

    /// The sections of a manifest line that are results of this program, not facts of the item.
    static let manifestResults: Set<String> = [
        "check", "colors", "error", "file", "fingerprint", "group", "image", "schema", "status",
    ]
    /// The name of a manifest line's schema, up to its version.
    static let manifestSchema = "pawprint.image/"

    /// The key that was probably meant by one of `keys`: the nearest within two changes.
    static func suggestion(among keys: some Sequence<String>) -> String? {
        var best: (changes: Int, key: String)?
        for key in keys.sorted() {
            for known in location {
                let changes = EditDistance.between(key.lowercased(), known)
                if changes <= 2, changes < known.count / 2 + 1, changes < best?.changes ?? 3 { best = (changes, key) }
            }
        }
        return best?.key
    }
}

/// How many insertions, deletions and replacements turn one text into another.
enum EditDistance {
    /// Source: Wagner and Fischer, "The String-to-String Correction Problem", JACM 1974.
    static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars.prefix(64))
        let right = Array(right.unicodeScalars.prefix(64))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
