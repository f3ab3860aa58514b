import ArgumentParser
import Checks
import Duplicates
import Specs
import Stages

/// `pawprint run`: a pipeline file to a dataset folder.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a pipeline file: sources in, a dataset folder out.",
        discussion: """
            Paths in the file are relative to the working directory; ${NAME} is read
            from the environment. A run that was interrupted or killed continues where
            it was.

            EXAMPLES
              pawprint run Pipelines/quickstart.yaml
              pawprint run mine.yaml -o out/strict --set dedup.maxDistance=24
              pawprint run mine.yaml -q --fail-on duplicates,mismatches
            """)

    @OptionGroup(title: "Pipeline") var pipeline: PipelineArguments
    @Option(help: ArgumentHelp("JSON lines that overrule verdicts, by content (see the README).", valueName: "file"))
    var decisions: String?
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    func run() throws {
        let (spec, folder) = try pipeline.read()
        var order = DatasetRun.Order(
            folder: DatasetFolder(folder), plan: AnalysisPlan(spec), policy: CheckPolicy(spec.check),
            matching: MatchOptions(spec), spec: spec.summary)
        if let decisions { order.decisions = try DecisionsFile.read(decisions) }
        let services = try PipelineServices(spec, file: pipeline.file, fetching: fetching)
        let session = DatasetSession(
            order: order, options: running.options(downloads: spec.fetch.concurrency), running: running,
            policy: policy, fetcher: services.fetcher, board: services.board)
        try session.run(services.orders) { running.say("dataset in \(folder)") }
    }
}
