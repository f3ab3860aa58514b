import ArgumentParser
import CheckReports
import Checks
import Dataflow
import Files

/// `pawprint check`: what was declared, against what was decoded.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold decoded pictures against what was declared; status 1 if not.",
        usage: "pawprint check <path|manifest|pipeline.yaml> ... [<options>]",
        discussion: """
            Pictures, folders and lists are analyzed, a pipeline file's sources too,
            under its own check and dedup settings. A manifest, or the folder of a
            dataset, is read and nothing is decoded (--list reads it as a list).

            Wrong declarations of severity error and failures break the policy unless
            --fail-on says otherwise. Copies and alternates are looked at only where
            --fail-on names them. What stands in a baseline breaks nothing.

            EXAMPLES
              pawprint check out/catgirls
              pawprint check pictures.csv --fail-on duplicates,mismatches,failures
              pawprint check photos --format sarif > pawprint.sarif
              pawprint check photos --write-baseline known.jsonl
              pawprint check photos --baseline known.jsonl --format github
            """)

    @OptionGroup(title: "Input") var input: InputArguments
    @Option(help: "Form of the report: text, json (lines), github, sarif or junit.")
    var format = ReportFormat.text
    @Option(help: ArgumentHelp("Findings that are known and break nothing.", valueName: "file")) var baseline: String?
    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Make all findings of today known, and end with status 0.", valueName: "file"))
    var newBaseline: String?
    @OptionGroup(title: "Matching") var matching: MatchFlags
    @OptionGroup(title: "Limits") var decoding: DecodeFlags
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    mutating func validate() throws {
        if newBaseline == "" { throw ValidationError("--write-baseline takes a path, not an empty text") }
    }

    func run() throws {
        let known = try baseline.map { try BaselineFile(path: $0) }
        let breaches = try BreachPolicy(policy)
        let checking = Checking(
            matching: matching, decoding: decoding, fetching: fetching, policy: policy, running: running,
            breaches: breaches)
        var items: [CheckedItem] = []
        for input in try CheckInput.inputs(of: input) { items += try checking.items(of: input) }
        SameArtwork.hint(&items)
        let stale = known?.mark(&items) ?? []
        try print(items)
        if let newBaseline { try AtomicFile.write(Baseline.text(of: items), to: newBaseline) }
        for line in stale { running.say("pawprint: \(line)") }
        running.say(CheckWords.summary(of: items, stale: stale.count))
        try CheckEnding(policy: policy, isAccepting: newBaseline != nil).exit(items)
    }

    private func print(_ items: [CheckedItem]) throws {
        var output = StandardOutput()
        try output.write(format.report(on: items, version: Version.current))
        try output.flush()
    }
}
