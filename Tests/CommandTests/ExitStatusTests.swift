import Foundation
import TestSupport
import Testing

@Suite struct ExitStatusTests {
    private let good = Fixtures.root.appending(path: "good/cat").path
    private let bad = Fixtures.root.appending(path: "bad").path

    @Test func `0: done, though files failed`() async throws {
        let ending = try await Program.run("scan", bad, "-q")
        #expect(ending.status == 0)
        #expect(ending.lines.count > 30)
    }

    @Test func `1: a policy is broken`() async throws {
        let ending = try await Program.run("dedup", good, good, "-q", "--fail-on", "duplicates")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("duplicates"))
        #expect(try await Program.run("scan", good, "-q", "--fail-on", "failures,mismatches").status == 0)
        #expect(try await Program.run("scan", bad, "-q", "--fail-on", "failures").status == 1)
    }

    @Test(
        arguments: [
            ["scan"], ["scan", "--jobs", "0", "x"], ["nonsense"], ["dedup", ".", "--keep", "beauty"],
            ["scan", ".", "--max-bytes", "many"], ["run", "no-such-pipeline.yaml"],
        ])
    func `2: the command line or the pipeline file is wrong`(arguments: [String]) async throws {
        let ending = try await OwnQueue.run { try Program.ending(of: arguments) }
        #expect(ending.status == 2)
        #expect(!ending.errors.isEmpty && ending.output.isEmpty)
    }

    @Test func `3: more inputs failed than allowed`() async throws {
        #expect(try await Program.run("scan", bad, "-q", "--max-failures", "3").status == 3)
        #expect(try await Program.run("scan", bad, "-q", "--max-failures", "1000").status == 0)
    }

    @Test func `4: no input, where some was required`() async throws {
        let folder = try TemporaryFolder()
        #expect(try await Program.run("scan", folder.path, "-q").status == 0)
        #expect(try await Program.run("scan", folder.path, "-q", "--require-input").status == 4)
    }

    @Test func `5: a source failed`() async throws {
        let ending = try await Program.run("scan", "no/such/folder", "-q")
        #expect(ending.status == 5)
        #expect(ending.errors == "pawprint: no/such/folder: no such file or folder\n")
    }

    @Test func `6: output could not be written`() async throws {
        let ending = try await Program.run("scan", good, "-q", "-o", "/dev/null/x")
        #expect(ending.status == 6)
        #expect(ending.errors.contains("/dev/null/x"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `130 and 143: interrupted, and the next run continues`(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let list = folder.url.appending(path: "many.txt")
        let names = try FileManager.default.contentsOfDirectory(atPath: good).sorted().map { good + "/" + $0 }
        try Array(repeating: names, count: 2000).joined().joined(separator: "\n")
            .write(to: list, atomically: true, encoding: .utf8)
        let dataset = folder.url.appending(path: "dataset")
        let status = try await OwnQueue.run {
            let process = Program.process(["dedup", list.path, "--list", "-o", dataset.path, "-q"])
            try process.run()
            let catalog = dataset.appending(path: ".pawprint/catalog.sqlite").path
            while !FileManager.default.fileExists(atPath: catalog) && process.isRunning {}
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }
        #expect(status == 128 + signal)
        #expect(!FileManager.default.fileExists(atPath: dataset.appending(path: "manifest.jsonl").path))
        #expect(try await Program.run("dedup", good, "-o", dataset.path, "-q").status == 0)
    }
}
