internal import Spelling

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

    /// The first of `keys` that is probably a misspelled one of `location`.
    static func suggestion(among keys: some Sequence<String>) -> String? {
        keys.first { NearMiss.suggestion(for: $0, among: location) != nil }
    }
}
