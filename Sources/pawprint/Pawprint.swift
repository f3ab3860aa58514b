import ArgumentParser
import Codecs
import Foundation

/// The program: parse, call, exit.
@main
struct Pawprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pawprint",
        abstract: "Turn pictures into a deduplicated, annotated, verified dataset.",
        discussion: """
            Pictures come from folders, lists, URLs and standard input. Each is decoded,
            fingerprinted and checked; copies are grouped round the one worth keeping,
            with the evidence. The result is a dataset folder with JSON Lines manifests
            that are the same, byte for byte, whatever the machine.

            EXAMPLES
              pawprint run Pipelines/quickstart.yaml   a pipeline file to a dataset
              pawprint scan photos > photos.jsonl      analyze only, a line a file
              pawprint dedup photos -o out/photos      group the copies among them
              pawprint compare a.png b.jpg             how are these two related?

            Exit statuses: 0 done, 1 a policy is broken, 2 wrong usage or pipeline file,
            3 too many inputs failed, 4 no input, 5 a source failed, 6 output could not
            be written, 130 or 143 interrupted.
            """,
        version: Version.current,
        subcommands: [
            RunCommand.self, ScanCommand.self, DedupCommand.self, CheckCommand.self, CompareCommand.self,
            FindCommand.self, ColorsCommand.self, FetchCommand.self, ServeCommand.self, EvaluateCommand.self,
            CalibrateCommand.self,
        ])

    static func main() {
        Surroundings.prepare()
        ProcessMemory.keepFreedPages()
        do {
            try CommandNames.check(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Says what went wrong and exits with the status that belongs to it.
    private static func end(with error: any Error) -> Never {
        if let failure = Failure(error) {
            StandardError.write(line: "pawprint: \(failure.message)")
            Foundation.exit(failure.status.rawValue)
        }
        let code = exitCode(for: error)
        // ArgumentParser's own status for a wrong command line is 64 (sysexits.h); ours is the shell's 2.
        guard code == .validationFailure else { exit(withError: error) }
        StandardError.write(line: fullMessage(for: error))
        Foundation.exit(ExitStatus.usage.rawValue)
    }
}
