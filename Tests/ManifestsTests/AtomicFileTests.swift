import Foundation
import Manifests
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A folder of its own for each test, removed with it.
final class AtomicFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "pawprint-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }
    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }
    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    @Test func `a committed file is there whole`() throws {
        var file = try AtomicFile(path: path("a.jsonl"))
        var expected: [UInt8] = []
        for step in 0..<5 {
            let bytes = [UInt8](repeating: UInt8(step), count: 700_001)
            expected += bytes
            try file.write(bytes)
        }
        #expect(try names == [".a.jsonl.partial"])
        try file.commit()
        #expect(try names == ["a.jsonl"])
        #expect([UInt8](try Data(contentsOf: folder.appending(path: "a.jsonl"))) == expected)
    }

    @Test func `a file that is dropped leaves nothing, and the old one stands`() throws {
        try AtomicFile.write(Array("old".utf8), to: path("a"))
        do {
            var file = try AtomicFile(path: path("a"))
            try file.write(Array("new".utf8))
        }
        #expect(try names == ["a"])
        #expect(try text("a") == "old")
    }

    @Test func `what a killed process left is overwritten`() throws {
        try Data("a long rest of another run".utf8).write(to: folder.appending(path: ".a.partial"))
        try AtomicFile.write(Array("new".utf8), to: path("a"))
        #expect(try names == ["a"])
        #expect(try text("a") == "new")
    }

    @Test func `a second writer of the same file is refused until the first is done`() throws {
        let path = path("a")
        let first = try AtomicFile(path: path)
        #expect(throws: OutputError.busy(path: path)) { _ = try AtomicFile(path: path) }
        try first.commit()
        try AtomicFile.write([], to: path)
    }

    @Test func `a missing folder is an error with its reason`() {
        let path = path("no/such/a")
        let expected = OutputError.failed(.open, path: path, code: ENOENT)
        #expect(throws: expected) { try AtomicFile.write([], to: path) }
        #expect(expected.description == "cannot open \(path): No such file or directory")
    }

    @Test func `a folder and a device are never replaced`() throws {
        #expect(throws: OutputError.notAFile(path: folder.path)) { try AtomicFile.write([], to: folder.path) }
        #expect(throws: OutputError.notAFile(path: "/dev/null")) { try AtomicFile.write([], to: "/dev/null") }
        #expect(OutputError.notAFile(path: "/dev/null").description.hasSuffix("it is no regular file"))
    }

    @Test func `a link in place of the temporary file is not followed`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(".a.partial"), withDestinationPath: path("elsewhere"))
        #expect(throws: OutputError.failed(.open, path: path("a"), code: ELOOP)) {
            try AtomicFile.write([1], to: path("a"))
        }
        #expect(try names == [".a.partial"])
    }

    @Test func `a full disk is named as such`() {
        let error = OutputError.failed(.write, path: "a", code: ENOSPC)
        #expect(error.description == "cannot write a: No space left on device")
        #expect(error.path == "a")
    }
}
