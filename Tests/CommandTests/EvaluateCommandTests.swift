import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
    private let truth = Fixtures.root.appending(path: "truth.json").path

    @Test func `a dataset is scored, and held to what is asked for`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.path + "/dataset"
        let pictures = ["cat", "lake", "poster"].map { Fixtures.root.appending(path: "good/\($0)").path }
        _ = try await OwnQueue.run { try Program.ending(of: ["dedup", "-q", "-o", dataset] + pictures) }
        let text = try await Program.run("evaluate", dataset, "--truth", truth)
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.output.contains("right      wrong     missed  precision     recall         F1\ncopies  "))
        let json = try await Program.run("evaluate", dataset + "/manifest.jsonl", "--truth", truth, "--format", "json")
        #expect(json.output.contains("\"schema\": \"pawprint.evaluation/1\""))
        let strict = try await Program.run(
            "evaluate", dataset, "--truth", truth, "--min-precision", "0.9", "--min-recall", "100%")
        // Whatever the score is, it is not what a truth of other pictures would have.
        #expect([0, 1].contains(strict.status))
        let own = try await Program.run(
            "evaluate", dataset, "--truth", dataset + "/groups.jsonl", "--min-precision", "1", "--min-recall", "1")
        #expect(own.status == 0 && own.errors.isEmpty)
    }

    @Test func `a broken promise is status 1 with the figure`() async throws {
        let folder = try TemporaryFolder()
        let cat = Fixtures.root.appending(path: "good/cat/original.png").path
        let other = Fixtures.root.appending(path: "good/fruit/original.jpg").path
        let wrong = folder.path + "/truth.json"
        try #"{"duplicates": [["cat/original.png", "fruit/original.jpg"]]}"#
            .write(toFile: wrong, atomically: true, encoding: .utf8)
        _ = try await Program.run("dedup", cat, other, "-q", "-o", folder.path + "/dataset")
        let ending = try await Program.run(
            "evaluate", folder.path + "/dataset", "--truth", wrong, "--min-recall", "0.5")
        #expect(ending.status == 1)
        #expect(ending.errors == "pawprint: --min-recall 0.5: it is 0.0000\n")
        #expect(ending.output.contains("copies that were missed:\n  cat/original.png  fruit/original.jpg: copies"))
    }

    @Test func `what cannot be scored is named, with status 2`() async throws {
        let folder = try TemporaryFolder()
        let bad = folder.path + "/truth.json"
        try "{\"grups\": []}".write(toFile: bad, atomically: true, encoding: .utf8)
        let expected = Fixtures.root.appending(path: "expected").path
        let typo = try await Program.run("evaluate", expected, "--truth", bad)
        #expect(typo.status == 2)
        #expect(typo.errors == "pawprint: \(bad): $.grups: no such key; did you mean 'groups'?\n")
        let missing = try await Program.run("evaluate", folder.path, "--truth", truth)
        #expect(missing.status == 2 && missing.errors.contains("is no manifest"))
        try #"{"groups": [["x.png", "y.png"]]}"#.write(toFile: bad, atomically: true, encoding: .utf8)
        let strange = try await Program.run("evaluate", expected, "--truth", bad)
        #expect(strange.status == 2 && strange.errors.contains("names no two pictures of"))
        #expect(try await Program.run("evaluate", expected, "--truth", truth, "--min-recall", "2").status == 2)
    }
}
