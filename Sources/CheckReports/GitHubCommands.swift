public import Checks

/// Issues as workflow commands, which GitHub Actions shows beside the files.
///
/// Escapes as in GitHub's documentation: `%`, carriage return and line feed everywhere, `:` and `,` in properties too.
public enum GitHubCommands {
    /// One command an issue, each with a line feed. What a baseline knows is left out: there is nothing to be done.
    public static func text(of items: [CheckedItem]) -> String {
        var text = ""
        for item in items {
            for issue in item.issues where !issue.isKnown {
                // Only files of the repository can be annotated.
                let file = item.path.map { "file=\(property($0))," } ?? ""
                let subject = item.path == nil ? "\(item.place): " : ""
                text += "::\(issue.level.rawValue) \(file)title=\(property("pawprint: " + issue.rule.rawValue))::"
                text += data(subject + issue.message) + "\n"
            }
        }
        return text
    }

    private static func data(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

    private static func property(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    /// By scalars: Swift takes a carriage return and a line feed together for one character.
    private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
