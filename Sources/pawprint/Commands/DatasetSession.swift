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
        let watch = RunWatch(running, policy, board)
        defer { watch.cancel() }
        let run = try DatasetRun(
            order, options: options, fetcher: fetcher, interruption: watch.interruption,
            say: { [running] in running.note($0) })
        if running.verbose {
            running.say("pawprint: \(options.jobs) workers, at most \(options.memory >> 20) MiB of files and pixels")
        }
        let result = try watch.show({ run.progress }) { () throws(DatasetError) in try run.run(sources) }
        try watch.end(RunCounts(result.summary), run.progress, failure: result.sourceError) {
            if result.isComplete { try finish() }
        }
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
