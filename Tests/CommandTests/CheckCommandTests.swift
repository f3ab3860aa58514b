import Foundation
import TestSupport
import Testing

@Suite struct CheckCommandTests {
    private let wrong = "fixtures/lists/wrong-facts.jsonl"

    private func check(_ arguments: String..., in folder: URL = Checkout.root) async throws -> Program.Ending {
        try await OwnQueue.run { try Program.ending(of: ["check", "-q"] + arguments, in: folder) }
    }

    /// A dataset of the list with wrong facts, in `folder`.
    private func dataset(in folder: TemporaryFolder) async throws -> String {
        let path = folder.url.appending(path: "dataset").path
        let wrong = wrong
        let ending = try await OwnQueue.run {
            try Program.ending(of: ["dedup", wrong, "-o", path, "-q"], in: Checkout.root)
        }
        #expect(ending.status == 0)
        return path
    }

    @Test func `a wrong declaration is a line with both sides, and status 1`() async throws {
        let ending = try await check(wrong)
        #expect(ending.status == 1)
        #expect(
            ending.lines.first == "fixtures/good/catgirl-blue/original.png: width: declared 513, decoded 512 (error)")
        #expect(ending.lines.count == 7)
        #expect(ending.errors == "pawprint: --fail-on mismatches: there are 7\n")
    }

    @Test func `what is as declared is status 0`() async throws {
        let ending = try await check("fixtures/lists/annotated.csv", "fixtures/good/cat")
        #expect(ending.status == 0)
        #expect(ending.output.isEmpty && ending.errors.isEmpty)
    }

    @Test func `a failure breaks the policy unless --fail-on leaves it out`() async throws {
        let all = try await check("fixtures/bad/empty.png")
        #expect(all.status == 1)
        #expect(all.output == "fixtures/bad/empty.png: failure: decode: the file is empty (error)\n")
        let mismatches = try await check("fixtures/bad/empty.png", "--fail-on", "mismatches")
        #expect(mismatches.status == 0)
        #expect(mismatches.output.hasSuffix("(warning)\n"))
    }

    @Test func `copies are looked at where --fail-on names them, as dedup finds them`() async throws {
        let folder = "fixtures/good/catgirl-blue"
        #expect(try await check(folder).status == 0)
        let ending = try await check(folder, "--fail-on", "duplicates")
        #expect(ending.status == 1)
        let groups = try await OwnQueue.run {
            try Program.ending(of: ["dedup", folder, "-q"], in: Checkout.root)
        }
        let members = groups.lines.reduce(0) { $0 + $1.components(separatedBy: "\"relation\":").count - 1 }
        #expect(!ending.lines.isEmpty && ending.lines.count <= members)
        #expect(
            ending.lines.allSatisfy { $0.contains(": duplicate: a copy of catgirl-blue/") || $0.contains(": a copy") })
    }

    @Test func `a dataset, its manifest and its list say the same`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        let direct = try await check(wrong)
        for path in [dataset, dataset + "/manifest.jsonl"] {
            let ending = try await check(path)
            #expect(ending.status == 1)
            #expect(
                ending.lines.map { $0.components(separatedBy: ": ").dropFirst() }
                    == direct.lines.map { $0.components(separatedBy: ": ").dropFirst() })
        }
    }

    @Test func `one changed declaration in a manifest is found, and only that`() async throws {
        let folder = try TemporaryFolder()
        let ending = try await OwnQueue.run {
            try Program.ending(
                of: ["scan", "fixtures/lists/annotated.csv", "fixtures/good/cat/original.png", "-q"], in: Checkout.root)
        }
        let manifest = folder.url.appending(path: "scan.jsonl")
        try ending.output.write(to: manifest, atomically: true, encoding: .utf8)
        #expect(try await check(manifest.path).output.isEmpty)
        let line = try #require(ending.lines.last)
        #expect(line.contains("\"fingerprint\""))
        let declared =
            #""declared":{"bytes":null,"colors":null,"extension":null,"frames":null,"height":null,"width":1},"#
        let changed = line.replacing("\"error\":null", with: declared + "\"error\":null")
        try (ending.lines.dropLast() + [changed]).joined(separator: "\n")
            .write(to: manifest, atomically: true, encoding: .utf8)
        let found = try await check(manifest.path)
        #expect(found.status == 1)
        #expect(found.lines.count == 1)
        #expect(found.output.contains("original.png: width: declared 1, decoded "))
    }

    @Test func `two forms of one picture that show something else are found`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "dataset").path
        let pictures = ["catgirl-blue/original.png", "catgirl-blue/half.jpg", "cat/original.png"].map {
            "fixtures/good/\($0)"
        }
        _ = try await OwnQueue.run {
            try Program.ending(of: ["dedup", "-o", path, "-q"] + pictures, in: Checkout.root)
        }
        let manifest = folder.url.appending(path: "dataset/manifest.jsonl")
        let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n").map(String.init)
        let known = zip(lines, ["original", "compressed", "preview"]).map { line, variant in
            line.replacing(#""item":null"#, with: #""item":"7""#)
                .replacing(#""variant":null"#, with: #""variant":"\#(variant)""#)
        }
        try known.joined(separator: "\n").write(to: manifest, atomically: true, encoding: .utf8)
        let ending = try await check(path)
        #expect(ending.status == 1)
        #expect(ending.lines.count == 1)
        #expect(ending.output.contains("good/cat/original.png: variant: declared the picture of "))
        #expect(ending.output.hasSuffix("compared unrelated (error)\n"))
    }

    @Test func `a scan has no groups, so no policy about them can be asked of it`() async throws {
        let folder = try TemporaryFolder()
        let scan = folder.url.appending(path: "scan.jsonl").path
        _ = try await OwnQueue.run {
            try Program.ending(of: ["scan", "fixtures/good/cat", "-o", scan, "-q"], in: Checkout.root)
        }
        #expect(try await check(scan).status == 0)
        let ending = try await check(scan, "--fail-on", "duplicates")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("scan.jsonl: nothing is grouped in it"))
    }

    @Test func `a pipeline file's own severities hold`() async throws {
        let folder = try TemporaryFolder()
        let pipeline = folder.url.appending(path: "p.yaml")
        let text = "name: p\nsource: {list: {path: \(wrong)}}\ncheck: {metadata: warning}\n"
        try text.write(to: pipeline, atomically: true, encoding: .utf8)
        let ending = try await check(pipeline.path)
        #expect(ending.status == 0)
        #expect(ending.lines.count == 7 && ending.lines.allSatisfy { $0.hasSuffix("(warning)") })
    }

    @Test func `what a baseline knows breaks nothing, new findings do, and stale entries are named`() async throws {
        let folder = try TemporaryFolder()
        let baseline = folder.url.appending(path: "known.jsonl")
        #expect(try await check(wrong, "--write-baseline", baseline.path).status == 0)
        let known = try await check(wrong, "--baseline", baseline.path)
        #expect(known.status == 0)
        #expect(known.lines.count == 7 && known.lines.allSatisfy { $0.hasSuffix("(error, known)") })

        let lines = try String(contentsOf: baseline, encoding: .utf8).split(separator: "\n")
        let gone = #"{"id":"gone.png","rule":"width","schema":"pawprint.baseline/1","sha256":null}"#
        try (lines.dropFirst() + [Substring(gone)]).joined(separator: "\n")
            .write(to: baseline, atomically: true, encoding: .utf8)
        let path = (baseline.path, wrong)
        let new = try await OwnQueue.run {
            try Program.ending(of: ["check", path.1, "--baseline", path.0, "--progress", "none"], in: Checkout.root)
        }
        #expect(new.status == 1)
        #expect(new.errors.contains("known.jsonl:7: no longer found: width of gone.png"))
        #expect(new.errors.contains("1 error, 6 known, 1 of the baseline no longer found"))
    }

    @Test(
        arguments: [
            (
                ["--baseline", "no-such-file.jsonl"],
                "pawprint: no-such-file.jsonl: cannot be read: no such file or folder"
            ),
            (
                ["--baseline", "fixtures/lists/wrong-facts.jsonl"],
                "pawprint: fixtures/lists/wrong-facts.jsonl: line 1, $.schema: missing, expected a string"
            ),
            (["--fail-on", "mismatch"], "did you mean 'mismatches'?"),
            (["--format", "junitt"], "'junitt'"),
        ])
    func `a slip is status 2 and is named`(arguments: [String], message: String) async throws {
        let wrong = wrong
        let ending = try await OwnQueue.run {
            try Program.ending(of: ["check", wrong] + arguments, in: Checkout.root)
        }
        #expect(ending.status == 2)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains(message), "\(ending.errors)")
    }

    @Test(arguments: ["text", "json", "github", "sarif", "junit"])
    func `two runs write the same bytes, also about files with hostile names`(format: String) async throws {
        let folder = try TemporaryFolder()
        for name in ["a\nb.png", "]]>.png", "50%::error.png", "\"q\".png"] {
            try Data("no picture".utf8).write(to: folder.url.appending(path: name))
        }
        let first = try await check("--format", format, ".", in: folder.url)
        #expect(first.status == 1)
        #expect(!first.output.isEmpty)
        #expect(try await check("--format", format, ".", "-j", "1", in: folder.url).output == first.output)
        if ["text", "json", "github"].contains(format) { #expect(first.lines.count == 4) }
    }
}
