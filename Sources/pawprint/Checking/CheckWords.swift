import Checks

/// What is said of a check when it is over.
enum CheckWords {
    /// One line: `12 items checked: 3 errors, 1 warning, 2 known, 1 stale`.
    static func summary(of items: [CheckedItem], stale: Int) -> String {
        var numbers: [CheckIssue.Level: Int] = [:]
        var known = 0
        for issue in items.lazy.flatMap(\.issues) {
            if issue.isKnown { known += 1 } else { numbers[issue.level, default: 0] += 1 }
        }
        var parts = CheckIssue.Level.allCases.compactMap { level in
            numbers[level].map { "\($0) \(level.rawValue)\($0 == 1 ? "" : "s")" }
        }
        if known > 0 { parts.append("\(known) known") }
        if stale > 0 { parts.append("\(stale) of the baseline no longer found") }
        if parts.isEmpty { parts = ["nothing to say"] }
        return "\(items.count) item\(items.count == 1 ? "" : "s") checked: " + parts.joined(separator: ", ")
    }
}
