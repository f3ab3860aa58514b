public import Checks

/// Issues for people: a line each.
public enum TextReport {
    /// `path: rule: message (level)` for every issue, each with a line feed.
    public static func text(of items: [CheckedItem]) -> String {
        var text = ""
        for item in items {
            for issue in item.issues {
                let level = issue.level.rawValue + (issue.isKnown ? ", known" : "")
                text += "\(oneLine(item.place)): \(issue.rule.rawValue): \(oneLine(issue.message)) (\(level))\n"
            }
        }
        return text
    }

    /// `text` without what would break the line or command the terminal: a file may have any name.
    public static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isCommand) else { return text }
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": plain += "\\n"
            case "\r": plain += "\\r"
            case "\t": plain += "\\t"
            case _ where isCommand(scalar): plain += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain
    }

    /// Control characters, separators of lines, and marks that turn the direction of the text behind them.
    private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
