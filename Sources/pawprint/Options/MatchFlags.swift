import ArgumentParser
import Duplicates
import Foundation
import Sourcing
import Stages

/// Flags that say what a copy is, and which of several is kept.
struct MatchFlags: ParsableArguments {
    @OptionGroup var distance: DistanceFlags

    @Option(
        help: ArgumentHelp(
            "What part animations take: frames (all frames are compared, in order), first (the first frame decides) or skip (none).",
            valueName: "how"))
    var animations = MatchOptions.Animations.frames

    @Option(
        help: ArgumentHelp(
            "Which of several copies is kept, the weightiest rule first: reference, pixels, detail, lossless, quality, metadata, bytes, path.",
            valueName: "list"))
    var keep: String?

    @Option(
        help: ArgumentHelp(
            "What holds a group together: star (each is a copy of the one that is kept), complete (each of each other) or component (each of some other: a chain).",
            valueName: "how"))
    var cluster = MatchOptions.Cluster.star

    @Option(
        help: ArgumentHelp(
            "How much of one picture has to be in the other: whole (all of it), borders (all but borders and bars), parts (crops too; the time grows with the square of the pictures) or automatic (parts up to 1,000 pictures, borders beyond).",
            valueName: "how"))
    var reach = MatchOptions.Reach.automatic

    @Option(help: ArgumentHelp("JSON lines that overrule verdicts, by content (see the README).", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("A folder of pictures that are never dropped.", valueName: "folder"))
    var reference: [String] = []

    mutating func validate() throws { _ = try rules }

    /// The flags as options of matching.
    var options: MatchOptions {
        get throws {
            MatchOptions(
                maximumDistance: distance.maximumDistance, keep: try rules, orientations: distance.orientations,
                animations: animations, reach: reach, cluster: cluster)
        }
    }

    /// What the file of decisions says.
    var decided: Decisions {
        get throws { try decisions.map { try DecisionsFile.read($0) } ?? Decisions() }
    }

    /// A source for each reference folder.
    var references: [any ItemSource] {
        get throws(SourceError) {
            var sources: [any ItemSource] = []
            for path in reference { sources.append(try ReferenceSource(path: path)) }
            return sources
        }
    }

    private var rules: [KeepRule] {
        get throws {
            guard let keep else { return KeepRule.standard }
            let rules = try keep.split(separator: ",").map { word in
                guard let rule = KeepRule(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
                    let known = KeepRule.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--keep knows \(known), not '\(word)'")
                }
                return rule
            }
            guard Set(rules).count == rules.count else { throw ValidationError("--keep names a rule twice: \(keep)") }
            return rules
        }
    }
}
