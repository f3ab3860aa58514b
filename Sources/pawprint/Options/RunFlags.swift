import ArgumentParser
import Foundation
import Stages

/// Flags that say how fast and how loud a command works; none of them changes what it writes.
struct RunFlags: ParsableArguments {
    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("How many pictures are decoded at once (default: one a core).", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("Ceiling for pixels and files in memory, such as 512M or 2G.", valueName: "bytes"))
    var memory: ByteCount = ByteCount(bytes: 1 << 30)

    @Flag(name: .customLong("no-resume"), help: "Analyze and compare everything again, whatever the dataset knows.")
    var noResume = false

    @Flag(help: "Ask services for a new list, and servers whether what was fetched has changed.")
    var refresh = false

    @Option(help: "How progress is shown on standard error: auto, bar, plain, json or none.")
    var progress: ProgressStyle = .auto

    @Flag(name: .customLong("no-color"), help: "No colors on the terminal (as with NO_COLOR in the environment).")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Only errors on standard error.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more on standard error.")
    var verbose = false

    mutating func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs takes 1 to 64, not \(jobs)") }
        if quiet && verbose { throw ValidationError("--quiet and --verbose contradict each other") }
    }

    /// The flags as options of a run.
    var options: RunOptions { options(downloads: 4) }

    /// The flags as options of a run with so many downloads at once.
    func options(downloads: Int) -> RunOptions {
        RunOptions(
            jobs: jobs ?? min(64, ProcessInfo.processInfo.activeProcessorCount), downloads: downloads,
            memory: memory.bytes, resumes: !noResume, refreshes: refresh)
    }

    /// How progress is shown: not at all when only errors are wanted.
    var progressStyle: ProgressStyle { quiet ? .none : progress }

    /// Says something while the run lasts: on a terminal the bar stands on this line.
    func note(_ text: String) {
        let start = progressStyle != .none && StandardError.isTerminal ? "\r\u{1B}[K" : ""
        say(start + "pawprint: \(text)")
    }

    /// Says something about the run, unless only errors are wanted.
    func say(_ text: String) {
        if !quiet { StandardError.write(line: text) }
    }
}
