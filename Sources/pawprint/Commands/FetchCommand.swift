import ArgumentParser
import Dataflow
import Manifests
import Specs
import Stages

/// `pawprint fetch`: list and fetch only.
struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "List and fetch what a pipeline file names, and analyze nothing.",
        discussion: """
            What was listed and fetched stands in the dataset folder; a run of the same
            file into it needs no network.

            EXAMPLES
              pawprint fetch mine.yaml -o out/mine
              pawprint run mine.yaml -o out/mine --offline
            """)

    @OptionGroup(title: "Pipeline") var pipeline: PipelineArguments
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    func run() throws {
        let (spec, folder) = try pipeline.read()
        let board = LimitBoard()
        let client = try fetching.fetcher(limits: AnalysisPlan(spec).limits, spec: spec.fetch, board: board)
        let services = ServiceOrders(
            file: pipeline.file, transport: client, contact: fetching.knownContact)
        let orders = try services.orders(of: spec)
        let interruption = Interruption()
        let signals = Signals(interruption)
        defer { signals.cancel() }
        let run = try FetchRun(
            folder: DatasetFolder(folder), options: running.options(downloads: spec.fetch.concurrency),
            fetcher: fetching.offline ? nil : client, interruption: interruption, say: { [running] in running.note($0) }
        )
        let reporter = ProgressReporter(style: running.progressStyle, board: board) { run.progress }
        let failure = try run.run(orders) { stopped in
            running.note("\(stopped.record.id): \(stopped.record.error?.message ?? "")")
        }
        reporter.finish()
        var counts = RunCounts()
        (counts.items, counts.failures) = (run.progress.finished, run.progress.failed)
        running.say(RunWords.summary(counts, run.progress))
        if let failure { throw failure }
        try EndOfRun(interruption: interruption, policy: policy).exit(counts)
    }
}
