import Calibration
import CheckReports
import Duplicates
import Evaluation

/// What a calibration found, for people.
struct CalibrationWords {
    let calibrating: Calibrating

    private static let listed = 20
    /// The radii that have a column; all of them have a line of their own further down.
    private static let columns = [8, 16, 24, 31, 40, 48, 64]

    private var plan: CalibrationPlan { calibrating.plan }
    private var sweep: Sweep { calibrating.sweep }

    /// All of it, each line with a line feed.
    var text: String {
        (summary + [""] + changes + [""] + thresholds + [""] + recommendation + mistakes).joined(separator: "\n") + "\n"
    }

    private var summary: [String] {
        let numbers = calibrating.numbers
        var line = "\(numbers.variants) variants of \(numbers.pictures) pictures, \(numbers.others) other pictures"
        if numbers.copies > 0 { line += "; \(numbers.copies) left out as copies" }
        if numbers.unread > 0 { line += "; \(numbers.unread) files not read" }
        line += "; seed \(plan.seed)"
        guard numbers.judged < numbers.strangers else { return [line] }
        return [
            line,
            "\(numbers.judged) of \(numbers.strangers) pairs of different pictures were judged, and stand for all",
        ]
    }

    private var changes: [String] {
        let shown = Self.columns.compactMap { radius in sweep.radii.firstIndex(of: radius) }
        let at = sweep.radii.firstIndex(of: plan.matching.maximumDistance) ?? 0
        let title = "within so many bits by their fingerprints"
        var lines = [
            Self.row("", [title.padding(shown.count * 7), "with --max-distance \(sweep.radii[at])"]),
            Self.row("change", ["pairs"] + shown.map { "\(sweep.radii[$0])" } + ["found", "copies", "named"]),
        ]
        var groups: [String] = []
        for change in plan.changes where !groups.contains(change.group) { groups.append(change.group) }
        for group in groups {
            let places = plan.changes.indices.filter { plan.changes[$0].group == group }
            for place in places { lines.append(line("  " + plan.changes[place].name, sweep.changes[place], shown, at)) }
            let isAlternate = plan.changes[places[0]].expected.truth == .alternate
            lines.append(line(group.uppercased(), sweep.sum(of: places), shown, at))
            if isAlternate { lines.append("  (no copies: those that are called so are mistakes)") }
        }
        return lines
    }

    private func line(_ title: String, _ counts: Sweep.Counts, _ shown: [Int], _ at: Int) -> String {
        let shares =
            shown.map { counts.within[$0] } + [counts.found[at], counts.copies[at], counts.named]
        return Self.row(title, ["\(counts.pairs)"] + shares.map { Self.share($0, counts.pairs) })
    }

    private var thresholds: [String] {
        let (alone, verified) = (calibrating.alone, calibrating.verified)
        let columns = ["recall", "precision", "wrong"]
        return [
            Self.wide("", ["fingerprints alone", "", "", "verified", "", ""]), Self.wide("distance", columns + columns),
        ]
            + zip(alone, verified).map { one, other in
                Self.wide("\(one.radius)", Self.cells(one) + Self.cells(other))
            }
    }

    private var recommendation: [String] {
        let wanted = "for a precision of \(plan.precision): "
        var lines: [String] = []
        if let threshold = calibrating.alone.last(within: plan.precision) {
            lines.append(
                wanted
                    + "by fingerprints alone up to \(threshold.radius) bits, recall \(FourDigits.text(threshold.recall))"
            )
        } else {
            lines.append(wanted + "by fingerprints alone at no distance")
        }
        if let threshold = calibrating.verified.last(within: plan.precision),
            let enough = calibrating.verified.first(asGoodAs: threshold)
        {
            lines.append(
                wanted + "verified up to \(threshold.radius) bits, recall \(FourDigits.text(threshold.recall)); "
                    + "--max-distance \(enough.radius) finds as much")
        } else {
            lines.append(wanted + "verified at no distance")
        }
        return lines
    }

    private var mistakes: [String] {
        let all = calibrating.mistakes
        if all.isEmpty { return [] }
        let shown = all.prefix(Self.listed).map { mistake in
            "  \(TextReport.oneLine(mistake.first))  \(TextReport.oneLine(mistake.second)): "
                + "\(mistake.verdict.relation.rawValue), \(mistake.verdict.words)"
        }
        let more = all.count > Self.listed ? ["  and \(all.count - Self.listed) more (--format json lists all)"] : []
        return ["", "called copies, and are none, unless the folder has copies of its own:"] + shown + more
    }

    private static func cells(_ threshold: Threshold) -> [String] {
        [FourDigits.text(threshold.recall), FourDigits.text(threshold.precision), "\(threshold.wrong)"]
    }

    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let thousandths = (2000 * part + whole) / (2 * whole)
        return "\(thousandths / 1000)." + "\(thousandths % 1000 + 1000)".dropFirst()
    }

    private static func row(_ title: String, _ cells: [String]) -> String {
        title.padding(28) + cells.map { $0.padding(left: 7) }.joined()
    }

    private static func wide(_ title: String, _ cells: [String]) -> String {
        title.padding(10) + cells.map { $0.padding(left: 11) }.joined()
    }
}

extension String {
    /// With spaces behind it.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// With spaces before it.
    fileprivate func padding(left width: Int) -> String { String(repeating: " ", count: max(1, width - count)) + self }
}
