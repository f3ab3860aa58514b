internal import CheckReports
internal import Duplicates

extension Score {
    /// So many pairs of a kind are listed in a text.
    private static let listed = 50

    /// The score for people, each line with a line feed.
    public var text: String {
        var lines = ["\(pictures) pictures of the truth are in the result, \(missing.count + ambiguous.count) are not"]
        lines += Self.names(missing, "not in the result") + Self.names(ambiguous, "the name of several pictures")
        if unknown > 0 { lines.append("\(unknown) pairs were called copies that the truth says nothing of") }
        lines += ["", Self.header(""), Self.row("copies", copies)]
        if !relations.isEmpty {
            lines += ["", Self.header("by relation")]
            lines += relations.map { Self.row($0.relation.rawValue, $0.rates) }
        }
        if !confusion.isEmpty { lines += [""] + table }
        lines += list(wrong, "called copies, and are none:") + list(missed, "copies that were missed:")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func header(_ title: String) -> String {
        row(title, ["right", "wrong", "missed", "precision", "recall", "F1"])
    }

    private static func row(_ title: String, _ rates: Rates) -> String {
        row(
            title,
            ["\(rates.right)", "\(rates.wrong)", "\(rates.missed)"]
                + [rates.precision, rates.recall, rates.f1].map(FourDigits.text))
    }

    private static func row(_ title: String, _ cells: [String]) -> String {
        let space = String(repeating: " ", count: max(1, 14 - title.count))
        return title + space + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
    }

    /// Truth down, what was said across.
    private var table: [String] {
        var columns: [String] = []
        var rows: [String] = []
        for cell in confusion {
            if !columns.contains(cell.called) { columns.append(cell.called) }
            if !rows.contains(cell.truth) { rows.append(cell.truth) }
        }
        columns.sort()
        return [Self.row("truth \\ called", columns)]
            + rows.map { row in
                Self.row(
                    row,
                    columns.map { column in
                        confusion.first { $0.truth == row && $0.called == column }.map { "\($0.pairs)" } ?? "."
                    })
            }
    }

    private static func names(_ names: [PictureName], _ what: String) -> [String] {
        let shown = names.prefix(5).map { "  \(TextReport.oneLine($0.text)): \(what)" }
        return names.count > 5 ? shown + ["  and \(names.count - 5) more"] : shown
    }

    private func list(_ pairs: [JudgedPair], _ title: String) -> [String] {
        if pairs.isEmpty { return [] }
        let shown = pairs.prefix(Self.listed).map { pair in
            let place = pair.claim.group.map { " in \(TextReport.oneLine($0))" } ?? ""
            return "  \(TextReport.oneLine(pair.first.text))  \(TextReport.oneLine(pair.second.text)): "
                + "\(pair.answer.row), called \(pair.called)\(place)"
        }
        let more =
            pairs.count > Self.listed ? ["  and \(pairs.count - Self.listed) more (--format json lists all)"] : []
        return ["", title] + shown + more
    }
}
