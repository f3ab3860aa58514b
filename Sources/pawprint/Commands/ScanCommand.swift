import ArgumentParser
import Dataflow
import Files
import Foundation
import Manifests
import Sourcing
import Stages

/// `pawprint scan`: analyze only.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Analyze pictures: a JSON line for each to standard output, nothing grouped.",
        discussion: """
            EXAMPLES
              pawprint scan photos > photos.jsonl
              find . -name '*.webp' -print0 | pawprint scan -0
              pawprint scan links.csv -o scanned.jsonl
            """)

    @OptionGroup(title: "Input") var input: InputArguments
    @Option(name: .shortAndLong, help: ArgumentHelp("Write the lines to a file instead.", valueName: "file"))
    var output: String?
    @OptionGroup(title: "Limits") var decoding: DecodeFlags
    @OptionGroup(title: "Fetching") var fetching: FetchFlags
    @OptionGroup(title: "Policy") var policy: PolicyFlags
    @OptionGroup(title: "Running") var running: RunFlags

    mutating func validate() throws { try OutputPath.validate(output) }

    func run() throws {
        let board = LimitBoard()
        let watch = RunWatch(running, policy, board)
        defer { watch.cancel() }
        let folder = ScratchFolder()
        let sources = withoutOutputs(try input.sources)
        let gathering = Gathering(
            plan: decoding.planWithoutFrames, options: running.options,
            fetcher: try fetching.byteFetcher(limits: decoding.plan.limits, board: board),
            images: folder.path + "/images",
            interruption: watch.interruption)
        var lines = try LineOutput(path: output)
        var counts = RunCounts()
        let failure = try watch.show({ gathering.progress }) { () throws(OutputError) in
            try gathering.run(sources) { (outcome) throws(OutputError) in
                let record = outcome.record
                counts.count(record)
                try lines.write(ManifestLine.encode(record))
                if lines.isClosed { watch.interruption.request(signal: SIGPIPE) }
            }
        }
        if lines.isClosed { return }
        try lines.finish(isWhole: watch.interruption.requested == nil)
        try watch.end(counts, gathering.progress, failure: failure)
    }

    /// `sources` without the files that this run writes: `scan . > lines.jsonl` makes one in the folder that it scans.
    private func withoutOutputs(_ sources: [any ItemSource]) -> [any ItemSource] {
        var outputs: Set<FileIdentity> = []
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            do throws(SystemError) {
                let status = try FileStatus.of(descriptor: stream)
                if status.kind == .file { outputs.insert(status.identity) }
            } catch {}
        }
        if let output, let status = FileStatus.followingLinks(RawPath(output)) { outputs.insert(status.identity) }
        guard !outputs.isEmpty else { return sources }
        return sources.map { source in
            SourceWithoutOutputs(source) { [outputs] file in
                guard let path = file.path, let status = FileStatus.followingLinks(path) else { return false }
                return outputs.contains(status.identity)
            }
        }
    }
}
