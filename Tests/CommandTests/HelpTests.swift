import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
    static let commands = ["run", "scan", "dedup", "check", "compare", "find", "colors", "evaluate", "calibrate"]

    @Test(arguments: [[]] + commands.map { [$0] })
    func `help fits a terminal of 80 columns, and its paragraphs are not broken anew`(command: [String]) async throws {
        let ending = try await OwnQueue.run { try Program.ending(of: command + ["--help"]) }
        let lines = ending.output.components(separatedBy: "\n")
        for line in lines { #expect(line.count <= 80, "\(line)") }
        // A line of an example that was wrapped goes on at the margin.
        let examples = lines.drop { $0 != "EXAMPLES" }.dropFirst().prefix { !$0.isEmpty }
        #expect(!examples.isEmpty)
        for line in examples { #expect(line.contains("pawprint "), "\(line)") }
    }

    @Test(
        arguments: [
            (["scna"], "there is no command 'scna'; did you mean 'scan'?"),
            (["help", "dedpu"], "there is no command 'dedpu'; did you mean 'dedup'?"),
            (["fixtures"], "there is no command 'fixtures'; try 'pawprint scan fixtures'"),
            (
                ["Pipelines/quickstart.yaml"],
                "there is no command 'Pipelines/quickstart.yaml'; try 'pawprint run Pipelines/quickstart.yaml'"
            ),
            (
                ["frobnicate"],
                "there is no command 'frobnicate'; expected run, scan, dedup, check, compare, find, colors, fetch, serve, "
                    + "evaluate, calibrate"
            ),
            (["scan", "--max-pixel", "3", "x"], "Unknown option '--max-pixel'. Did you mean '--max-pixels'?"),
            (["scan", "-j"], "Missing value for '-j <n>'"),
            (["scan", ""], "an empty text is no path: is a variable not set?"),
            (["dedup", "x", "-o", ""], "--output takes a path, not an empty text"),
            (["find", "x", "--in", "y", "--max-distance", "500"], "--max-distance takes 0 to 128 bits, not 500"),
            (["scan", "x", "--max-failures=-1"], "--max-failures takes 0 or more, not -1"),
        ])
    func `a slip is named, with what was probably meant`(arguments: [String], message: String) async throws {
        let ending = try await OwnQueue.run { try Program.ending(of: arguments, in: Checkout.root) }
        #expect(ending.status == 2)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.hasPrefix("Error: \(message)\n"), "\(ending.errors)")
    }
}
