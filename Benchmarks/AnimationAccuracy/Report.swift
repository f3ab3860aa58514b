import Duplicates
import Encoding
import Sequences

/// What became of all variants, and what was called a copy that is none.
struct Report {
    private struct Row {
        var relations: [Relation: Int] = [:]
        var right = 0
        var all = 0
    }

    private var rows: [Row] = Variant.all.map { _ in Row() }
    private var mistakes: [String] = []
    private var subjects: [(source: Int, subject: Subject)] = []
    private var together = (pairs: 0, wrong: 0, groups: 0)

    /// Makes the variants of all sources, judges each with its original, and then all together.
    mutating func examine(_ sources: [Source]) throws(EncodingError) {
        for (index, source) in sources.enumerated() {
            var lots = Lots(seed: UInt64(index))
            let file = try Format.gif(colors: 128).file(source.animation)
            guard let original = Subject("\(source.name)/original", file, ticket: subjects.count) else { continue }
            subjects.append((index, original))
            for (row, variant) in Variant.all.enumerated() {
                let bytes = try variant.encoding.file(variant.change(source.animation, &lots))
                guard let copy = Subject("\(source.name)/\(variant.name)", bytes, ticket: subjects.count) else {
                    continue
                }
                subjects.append((index, copy))
                count(original, copy, variant, row)
            }
        }
        judgeTogether(sources)
    }

    private mutating func count(_ original: Subject, _ copy: Subject, _ variant: Variant, _ row: Int) {
        let result = Deduplication(of: [original.picture, copy.picture])
        let verdict = result.groups.first?.members.first?.verdict ?? result.kinships.first?.verdict
        let relation = verdict?.relation ?? .unrelated
        let isStill = variant.isStill || copy.isMotionless && !original.isMotionless
        let isRight = isStill ? relation == .stillOf : relation.isDuplicate
        rows[row].relations[relation, default: 0] += 1
        rows[row].all += 1
        if isRight {
            rows[row].right += 1
        } else {
            mistakes.append("\(copy.picture.path): \(verdict?.words ?? "no candidates")")
        }
    }

    /// All files at once: every animation in a group has to come from its keeper's source, and every still that is named one of an
    /// animation from its character at least: animations of one character have frames in common.
    private mutating func judgeTogether(_ sources: [Source]) {
        let result = Deduplication(of: subjects.map(\.subject.picture))
        together.groups = result.groups.count
        for group in result.groups {
            let keeper = subjects[group.keeper]
            for member in group.members where keeper.subject.picture.isAnimated {
                together.pairs += 1
                let other = subjects[member.index]
                if other.source == keeper.source { continue }
                together.wrong += 1
                mistakes.append(
                    "\(other.subject.picture.path) in the group of \(keeper.subject.picture.path): \(member.verdict.words)"
                )
            }
        }
        for kinship in result.kinships where kinship.verdict.relation == .stillOf {
            together.pairs += 1
            let (one, other) = (subjects[kinship.a], subjects[kinship.b])
            if sources[one.source].family == sources[other.source].family { continue }
            together.wrong += 1
            mistakes.append(
                "\(one.subject.picture.path) as a still of \(other.subject.picture.path): \(kinship.verdict.words)")
        }
    }

    var text: String {
        var lines = mistakes
        for (variant, row) in zip(Variant.all, rows) {
            let relations = Relation.allCases.compactMap { relation in
                row.relations[relation].map { "\(relation.rawValue) \($0)" }
            }
            lines.append(
                "\(Self.padded(variant.name)) \(row.right) of \(row.all)  \(relations.joined(separator: ", "))")
        }
        for isStill in [false, true] {
            let counted = zip(Variant.all, rows).filter { $0.0.isStill == isStill }.map(\.1)
            let (right, all) = (counted.reduce(0) { $0 + $1.right }, counted.reduce(0) { $0 + $1.all })
            lines.append(
                "recall of \(isStill ? "stills" : "copies"): \(right) of \(all), \(right * 1000 / max(1, all)) permille"
            )
        }
        lines.append(
            "all \(subjects.count) files together: \(together.groups) groups, \(together.pairs) pairs, \(together.wrong) wrong, "
                + "precision \((together.pairs - together.wrong) * 1000 / max(1, together.pairs)) permille")
        return lines.joined(separator: "\n")
    }

    private static func padded(_ name: String) -> String {
        name + String(repeating: " ", count: max(0, 20 - name.count))
    }
}
