import Files
import Foundation
import Randomness
import Specs
import TestSupport
import Testing

struct SpecLimitTests {
    @Test func `aliases that unfold without end are refused before they do`() {
        var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1..<40 {
            let alias = "*a\(level - 1)"
            yaml += "a\(level): &a\(level) [\([String](repeating: alias, count: 10).joined(separator: ","))]\n"
        }
        yaml += "? *a39\n: source\n"
        let problem = SpecProblem(place: .file(line: 1, column: 1), keyPath: "", fault: .alias)
        #expect(throws: SpecError.invalid(file: "x", problems: [problem])) { try PipelineSpec(yaml: yaml, file: "x") }
    }

    @Test func `a few aliases are refused where the first anchor stands`() {
        let yaml = "name: n\nfetch: &f {retries: 1}\ndecode: *f\n"
        let problem = SpecProblem(place: .file(line: 2, column: 8), keyPath: "", fault: .alias)
        #expect(throws: SpecError.invalid(file: "x", problems: [problem])) { try PipelineSpec(yaml: yaml, file: "x") }
    }

    @Test func `patterns and addresses are no aliases`() throws {
        let patterns = (0..<20).map { "\"**/*.\($0)&a=*b\"" }.joined(separator: ", ")
        let spec = try PipelineSpec(yaml: "source: {folder: {path: a, include: [\(patterns)]}}", file: "x")
        guard case .folder(let folder) = spec.sources.first else {
            Issue.record("\(spec.sources)")
            return
        }
        #expect(folder.include.count == 20)
    }

    @Test(arguments: ["[", "{a: ", "- "]) func `nesting without end is an error`(opening: String) {
        let yaml = String(repeating: opening, count: 100_000)
        #expect(throws: SpecError.self) { try PipelineSpec(yaml: yaml, file: "x") }
    }

    @Test func `a file cut anywhere is read or refused`() throws {
        let yaml = "name: a\nsource: {folder: {path: \"p\", include: [\"*.png\"]}}\ndedup:\n  keep: [path]\n"
        for length in 0...yaml.utf8.count {
            do throws(SpecError) {
                _ = try PipelineSpec(yaml: String(decoding: yaml.utf8.prefix(length), as: UTF8.self), file: "x")
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test(arguments: [21, 22] as [UInt64]) func `noise is refused and never traps`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "source", "folder", "path", ":", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">",
            "&a", "*a",
            "!!int", "?", "#", "%", "@", "`", "~", "\t", "é", "\u{0}", "${", "$", "1", "stdin",
        ]
        for _ in 0..<2000 {
            let count = Int.random(in: 0...12, using: &random)
            let yaml = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            do throws(SpecError) {
                _ = try PipelineSpec(yaml: yaml, file: "x", overrides: [yaml])
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}

struct SpecFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ bytes: [UInt8]) throws -> String {
        try folder.write(bytes, to: "cats.yaml")
        return folder.path("cats.yaml")
    }

    @Test func `a file is read`() throws {
        #expect(
            try PipelineSpec(path: file(Array("source: stdin".utf8))) == PipelineSpec(name: "cats", sources: [.stdin]))
    }

    @Test func `a file that is not there says so`() {
        let path = folder.path("none.yaml")
        let expected = SpecError.unreadable(file: path, SystemError(number: ENOENT))
        #expect(throws: expected) { try PipelineSpec(path: path) }
        #expect(expected.description == "\(path): cannot be read: no such file or folder")
    }

    @Test func `a folder is no pipeline file`() {
        #expect(throws: SpecError.unreadable(file: folder.path, SystemError(number: EISDIR))) {
            try PipelineSpec(path: folder.path)
        }
    }

    @Test func `a file without end is left at the limit`() throws {
        let limit = PipelineSpec.maximumFileSize
        #expect(throws: SpecError.tooLarge(file: "/dev/zero", limit: limit)) { try PipelineSpec(path: "/dev/zero") }
        let largest = Array("source: stdin #".utf8)
        let padded = largest + [UInt8](repeating: UInt8(ascii: "x"), count: limit - largest.count)
        _ = try PipelineSpec(path: file(padded))
    }

    @Test func `bytes that are no text are refused`() throws {
        let path = try file([0x61, 0x3A, 0x20, 0xFF])
        #expect(throws: SpecError.notUTF8(file: path)) { try PipelineSpec(path: path) }
    }
}
