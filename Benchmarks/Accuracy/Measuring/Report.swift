import Duplicates
import Foundation

/// The tables of a run.
struct Report {
    private let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    /// All of it, as text.
    var text: String {
        var lines = [
            "                                    recall of        of candidates         recall of the rule alone",
            "change                        pairs candidates  recognized named precision  pHash  dHash  PDQ31",
        ]
        var groups: [String] = []
        for change in Change.all where !groups.contains(change.group) { groups.append(change.group) }
        for group in groups {
            var sum = Tally()
            for (place, change) in Change.all.enumerated() where change.group == group {
                let tally = examination.tallies[place]
                guard tally.pairs > 0 else { continue }
                sum = sum + tally
                lines.append(Self.line("  " + change.name, tally, change.truth))
            }
            guard sum.pairs > 0, let truth = Change.all.first(where: { $0.group == group })?.truth else { continue }
            lines.append(Self.line(group.uppercased(), sum, truth))
        }
        return (lines + [""] + confusion(groups) + [""] + totals).joined(separator: "\n")
    }

    private static func line(_ name: String, _ tally: Tally, _ truth: Change.Truth) -> String {
        let columns = [
            share(tally.candidates, tally.pairs), share(tally.recognized, tally.candidates),
            share(tally.named, tally.candidates), tally.precision(truth).map { String(format: "%.4f", $0) } ?? "-",
            share(tally.peers[0], tally.pairs), share(tally.peers[1], tally.pairs), share(tally.peers[2], tally.pairs),
        ]
        return padded(name, 28) + right("\(tally.pairs)", 7) + columns.map { right($0, 9) }.joined()
    }

    private func confusion(_ groups: [String]) -> [String] {
        let relations = Relation.allCases.filter { relation in
            examination.tallies.contains { $0.relations[relation] != nil }
        }
        var lines = [
            Self.padded("relations called", 28) + relations.map { Self.right($0.rawValue, 11) }.joined()
                + Self.right("(missed)", 11)
        ]
        for group in groups {
            let sum = Change.all.indices.filter { Change.all[$0].group == group }
                .reduce(Tally()) { $0 + examination.tallies[$1] }
            guard sum.pairs > 0 else { continue }
            let counts = relations.map { sum.relations[$0] ?? 0 } + [sum.pairs - sum.candidates]
            lines.append(Self.padded("  " + group, 28) + counts.map { Self.right("\($0)", 11) }.joined())
        }
        return lines
    }

    private var totals: [String] {
        var copies = Tally()
        var alternates = Tally()
        var likeAlternates = 0
        for (place, change) in Change.all.enumerated() {
            let tally = examination.tallies[place]
            if change.truth == .copy { copies = copies + tally } else { alternates = alternates + tally }
            if ["encoding", "size"].contains(change.group), !change.name.hasSuffix("-20") {
                likeAlternates += tally.relations[.alternate] ?? 0
            }
        }
        let wrong = alternates.calledCopies + examination.strangers.copies
        let called = copies.calledCopies + wrong
        let strangers = examination.strangers
        return [
            "copies: \(Self.share(copies.recognized, copies.candidates)) of the candidates recognized, "
                + "\(Self.share(copies.named, copies.candidates)) rightly named, "
                + "\(Self.share(copies.recognized, copies.pairs)) of all found",
            "alternates: \(Self.share(alternates.recognized, alternates.candidates)) recognized, precision against "
                + "re-encodings \(Self.share(alternates.recognized, alternates.recognized + likeAlternates)), "
                + "\(alternates.calledCopies) of \(alternates.candidates) called copies",
            "strangers: \(strangers.candidates) candidates of \(examination.strangerPairs) pairs, \(strangers.copies) called "
                + "copies (\(examination.familyCopies) of one family), \(strangers.alternates) alternates",
            "precision of copies: \(String(format: "%.5f", Double(called - wrong) / Double(max(1, called)))), "
                + "\(wrong) wrong of \(called)",
            "a verdict on a picture and what was made of it takes "
                + "\(Self.times(examination.durations[0] + examination.durations[1])); "
                + zip(["copies", "alternates", "strangers"], examination.durations)
                .map { "\($0) \(Self.times($1))" }.joined(separator: ", "),
            "the search took \(Int(examination.searching / 1000)) ms",
        ]
    }

    /// The median and the mean of microseconds.
    private static func times(_ durations: [Double]) -> String {
        let median = durations.isEmpty ? 0 : durations.sorted()[durations.count / 2]
        let mean = durations.reduce(0, +) / Double(max(1, durations.count))
        return "\(Int(median)) us in the median and \(Int(mean)) in the mean"
    }

    private static func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "-" : String(format: "%.3f", Double(part) / Double(whole))
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
