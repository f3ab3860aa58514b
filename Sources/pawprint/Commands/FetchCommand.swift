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
        let services = try PipelineServices(spec, file: pipeline.file, fetching: fetching)
        let watch = RunWatch(running, policy, services.board)
        defer { watch.cancel() }
        let run = try FetchRun(
            folder: DatasetFolder(folder), options: running.options(downloads: spec.fetch.concurrency),
            fetcher: services.fetcher, interruption: watch.interruption, say: { [running] in running.note($0) })
        let failure = try watch.show({ run.progress }) {
            try run.run(services.orders) { stopped in
                running.note("\(stopped.record.id): \(stopped.record.error?.message ?? "")")
            }
        }
        var counts = RunCounts()
        (counts.items, counts.failures) = (run.progress.finished, run.progress.failed)
        try watch.end(counts, run.progress, failure: failure)
    }
}
