import ArgumentParser
import Checks
import Duplicates
import Foundation
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

    @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline.yaml")) var pipeline: String
    @Option(name: .shortAndLong, help: ArgumentHelp("The dataset folder, instead of the file's.", valueName: "folder"))
    var output: String?
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set a value of the file, as decode.maxPixels=50M; may be repeated.", valueName: "key=value")
    )
    var overrides: [String] = []
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    mutating func validate() throws { try OutputPath.validate(output) }

    func run() throws {
        let spec = try PipelineSpec(
            path: pipeline, environment: ProcessInfo.processInfo.environment, overrides: overrides)
        guard let folder = output ?? spec.output.directory else {
            StandardError.write(line: "pawprint: \(pipeline): output.directory: expected a folder, or -o")
            throw ExitStatus.usage.code
        }
        let order = DatasetRun.Order(
            folder: DatasetFolder(folder), plan: AnalysisPlan(spec), policy: CheckPolicy(spec.check),
            matching: MatchOptions(spec), spec: spec.summary)
        let board = LimitBoard()
        let fetcher = try fetching.fetcher(limits: order.plan.limits, spec: spec.fetch, board: board)
        let services = ServiceOrders(file: pipeline, transport: fetcher, contact: fetching.knownContact)
        let session = DatasetSession(
            order: order, options: running.options(downloads: spec.fetch.concurrency), running: running,
            policy: policy, fetcher: fetching.offline ? nil : fetcher, board: board)
        try session.run(try services.orders(of: spec)) { running.say("dataset in \(folder)") }
    }
}
