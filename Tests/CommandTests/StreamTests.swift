import Foundation
import TestSupport
import Testing

@Suite struct StreamTests {
    private let good = Fixtures.root.appending(path: "good/cat").path

    @Test func `a bare call prints help`() async throws {
        let ending = try await Program.run()
        #expect(ending.status == 0)
        #expect(ending.output.contains("EXAMPLES") && ending.output.contains("scan"))
    }

    @Test(arguments: ["run", "scan", "dedup", "compare", "find", "colors"])
    func `every command has help with an example`(command: String) async throws {
        let ending = try await Program.run(command, "--help")
        #expect(ending.status == 0)
        #expect(ending.output.contains("pawprint \(command) "))
        #expect(ending.output.contains("EXAMPLES"))
    }

    @Test func `standard output carries data only`() async throws {
        let ending = try await Program.run("scan", good, "--progress", "plain", "-v")
        for line in ending.lines { #expect(line.hasPrefix("{") && line.hasSuffix("}")) }
        #expect(ending.errors.contains("items in"))
    }

    @Test func `paths come from standard input, with line feeds or zero bytes between them`() async throws {
        let names = ["original.png", "alternate-closed-eyes.png"].map { good + "/" + $0 }
        let lines = try await Program.run("scan", "--stdin", "-q", input: names.joined(separator: "\n"))
        let zeros = try await Program.run("scan", "-0", "-q", input: names.joined(separator: "\0"))
        #expect(lines.lines.count == 2)
        #expect(lines.output == zeros.output)
    }

    @Test func `a reader that leaves ends the program quietly`() async throws {
        let said = try await OwnQueue.run {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/bash")
            let script =
                "set -o pipefail; \"$0\" scan \"$1\" \"$1\" \"$1\" --progress none | head -c 10 >/dev/null; echo $? >&2"
            process.arguments = ["-c", script, Program.path, Fixtures.root.path]
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let said = errors.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: said, as: UTF8.self)
        }
        #expect(said == "0\n", "no status but 0, and no words")
    }

    @Test func `a file given with -o is there whole or not at all`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "scan.jsonl")
        let ending = try await Program.run("scan", good, "-q", "-o", path.path)
        #expect(ending.status == 0 && ending.output.isEmpty)
        let direct = try await Program.run("scan", good, "-q")
        #expect(try String(contentsOf: path, encoding: .utf8) == direct.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["scan.jsonl"])
    }

    @Test(
        arguments: [
            (">/dev/full", Int32(6), "pawprint: cannot write standard output: no space left on the disk\n"),
            (">&-", 0, ""), ("2>&-", 0, ""), ("2>/dev/full", 0, ""), ("<&- >&- 2>&-", 0, ""),
        ])
    func `streams that are full or closed are no crash, and no file takes their place`(
        redirections: String, status: Int32, message: String
    ) async throws {
        let quiet = message.isEmpty ? "" : "-q"
        let script = "\"$0\" scan \"$1\" \(quiet) \(redirections)"
        let ending = try await Program.shell(script, good)
        #expect(ending.status == status)
        #expect(ending.errors.hasSuffix(message))
    }

    @Test func `a file that grows while it is scanned is not its own input`() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: good + "/original.png", toPath: folder.path("a.png"))
        for _ in 0..<2 {
            let ending = try await Program.shell("cd \"$1\" && \"$0\" scan . >lines.jsonl 2>errors.txt", folder.path)
            #expect(ending.status == 0)
        }
        let lines = try String(contentsOfFile: folder.path("lines.jsonl"), encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1, "the picture; both streams are files of this run")
    }
}
