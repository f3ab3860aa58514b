import ArgumentParser
import Dataflow
import Manifests
import Sourcing
import Stages

/// Makes a dataset with progress, signals and a status at the end: what `run` and `dedup` have in common.
struct DatasetSession {
    let order: DatasetRun.Order
    let options: RunOptions
    let running: RunFlags
    let policy: PolicyFlags
    let fetcher: (any ByteFetcher)?
    let board: LimitBoard

    /// Runs over `sources`, says how it went, calls `finish` if the dataset is complete, and ends the program unless
    /// everything is well.
    func run(_ sources: [SourceOrder], finish: () throws -> Void) throws {
        let interruption = Interruption()
        let signals = Signals(interruption)
        defer { signals.cancel() }
        let run = try DatasetRun(
            order, options: options, fetcher: fetcher, interruption: interruption,
            say: { [running] in running.note($0) })
        if running.verbose {
            running.say("pawprint: \(options.jobs) workers, at most \(options.memory >> 20) MiB of files and pixels")
        }
        let reporter = ProgressReporter(style: running.progressStyle, board: board) { run.progress }
        let result: DatasetResult
        do throws(DatasetError) {
            result = try run.run(sources)
        } catch {
            reporter.finish()
            throw error
        }
        reporter.finish()
        let counts = RunCounts(result.summary)
        running.say(RunWords.summary(counts, run.progress))
        if result.isComplete { try finish() }
        if let error = result.sourceError { throw error }
        try EndOfRun(interruption: interruption, policy: policy).exit(counts)
    }
}

extension RunCounts {
    /// What a summary counted.
    init(_ summary: Summary) {
        items = summary.items
        failures = summary.statuses["failed"]
        duplicates = summary.roles["duplicate"]
        alternates = summary.roles["alternate"]
        mismatches = summary.verdicts["mismatch"]
    }
}
