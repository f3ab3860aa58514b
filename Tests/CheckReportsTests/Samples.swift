import Checks
import Manifests

/// Items with everything that is awkward in a report.
enum Samples {
    /// Names that files can have and that no report may be broken by.
    static let hostileNames = [
        "plain.png", "two\nlines.png", "carriage\r\nreturn.png", "quote\"'.png", "]]>.png", "50%.png",
        "a::error::b.png",
        "a,b:c=d.png", "<&>.png", "nul\u{0}.png", "\u{1B}[31mred.png", "\u{202E}gnp.png", "e\u{301}.png", "é.png",
        "猫 🐾.png", "\u{FFFF}.png", "\u{2028}.png", "back\\slash.png", "%0A.png", "file:///etc.png", "../up.png",
        "[click](https://evil.example).png",
    ]

    /// An item of each name with one issue.
    static let hostile = hostileNames.map { name in
        item(name, [CheckIssue(rule: .failure, level: .error, code: "truncated", message: "decode: \(name)")])
    }

    /// One item of each kind.
    static let mixed = [
        item(
            "a.png",
            [
                CheckIssue(
                    rule: .width, level: .error, declared: .number(1280), decoded: .number(1279),
                    message: "declared 1280, decoded 1279"),
                CheckIssue(rule: .format, level: .warning, message: "named .png, decoded jpeg"),
            ]),
        item("b.png", []),
        CheckedItem(
            source: "list (nekosia)", kind: "folder", id: "nekosia:7/original", url: "https://cdn.example/a b.png",
            issues: [CheckIssue(rule: .sameArtwork, level: .notice, other: "x", message: "names the same artwork as x")]
        ),
    ]

    static func item(_ name: String, _ issues: [CheckIssue]) -> CheckedItem {
        CheckedItem(
            source: "folder (folder)", kind: "folder", id: name, path: "pictures/" + name,
            digest: String(repeating: "0f", count: 32),
            issues: issues)
    }
}
