import ArgumentParser
import Duplicates
import Foundation
import JSONText
import Manifests
import Stages

/// `pawprint dedup`: group what was scanned, or scan and group.
struct DedupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedup",
        abstract: "Group the copies among pictures: a dataset folder out.",
        discussion: """
            Every copy was compared with the one that is kept; groups.jsonl has the
            evidence. A manifest as input names the pictures of that manifest. Without
            -o, the groups go to standard output and nothing is kept.

            EXAMPLES
              pawprint dedup photos -o out/photos
              pawprint dedup photos | jq -r '.members[].id'
              pawprint dedup new --reference curated -o out/new --fail-on duplicates
            """)

    @OptionGroup(title: "Input") var input: InputArguments
    @Option(name: .shortAndLong, help: ArgumentHelp("The dataset folder.", valueName: "folder")) var output: String?
    @OptionGroup(title: "Matching") var matching: MatchFlags
    @OptionGroup(title: "Limits") var decoding: DecodeFlags
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    mutating func validate() throws { try OutputPath.validate(output) }

    func run() throws {
        let scratch = ScratchFolder()
        let folder = DatasetFolder(isKept ? output ?? "" : scratch.path)
        let plan = matching.animations == .frames ? decoding.plan : decoding.planWithoutFrames
        var order = DatasetRun.Order(folder: folder, plan: plan, matching: try matching.options)
        order.decisions = try matching.decided
        order.spec = [
            "dedup": .object([
                "cluster": .string(matching.cluster.rawValue),
                "keep": .array(try matching.options.keep.map { .string($0.rawValue) }),
                "maxDistance": .integer(matching.distance.maximumDistance),
                "reach": .string(matching.reach.rawValue),
            ]),
            "fingerprint": .object([
                "animations": .string(matching.animations.rawValue),
                "orientations": .string(matching.distance.orientations.rawValue),
            ]),
        ]
        let board = LimitBoard()
        let session = DatasetSession(
            order: order, options: running.options, running: running, policy: policy,
            fetcher: try fetching.byteFetcher(limits: decoding.plan.limits, board: board), board: board)
        try session.run((try input.sources + matching.references).map { .items($0) }) {
            if isKept { return running.say("dataset in \(folder.path)") }
            try printGroups(of: folder)
        }
    }

    /// Whether there is a dataset folder to keep; else the groups go to standard output.
    private var isKept: Bool { output != nil && output != "-" }

    private func printGroups(of folder: DatasetFolder) throws {
        let text = try String(contentsOfFile: folder.groups, encoding: .utf8)
        var out = StandardOutput()
        for line in text.split(separator: "\n") { try out.write(line: Array(line.utf8)) }
        try out.flush()
    }
}
