import Foundation
import Randomness
import TestSupport
import Testing

@Suite struct KillTests {
    /// Kills at moments that are spread over the run by what the catalog has reached, not by a clock.
    @Test func `killed at any moment, the next run ends in the same manifest`() async throws {
        let folder = try TemporaryFolder()
        let pictures = Fixtures.root.appending(path: "good").path
        let whole = folder.url.appending(path: "whole")
        let cut = folder.url.appending(path: "cut")
        #expect(try await Program.run("dedup", pictures, "-o", whole.path, "-q").status == 0)
        try await OwnQueue.run {
            var generator = SplitMix64(seed: 5)
            for _ in 0..<5 {
                let process = Program.process(["dedup", pictures, "-o", cut.path, "-q"])
                try process.run()
                // A random amount of work of this process: another moment on every machine, as a kill is.
                var spins = Int.random(in: 0..<1_000_000, using: &generator)
                while spins > 0 && process.isRunning { spins -= 1 }
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
        }
        #expect(try await Program.run("dedup", pictures, "-o", cut.path, "-q").status == 0)
        for name in ["manifest.jsonl", "groups.jsonl", "summary.json"] {
            #expect(
                try Data(contentsOf: whole.appending(path: name)) == Data(contentsOf: cut.appending(path: name)))
        }
    }
}
