import Files
import Foundation
import TestSupport
import Testing

struct AtomicFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func text(_ name: String) throws -> String { String(decoding: try folder.bytes(of: name), as: UTF8.self) }

    @Test func `a committed file is there whole`() throws {
        var file = try AtomicFile(path: folder.path("a.jsonl"))
        var expected: [UInt8] = []
        for step in 0..<5 {
            let bytes = [UInt8](repeating: UInt8(step), count: 700_001)
            expected += bytes
            try file.write(bytes)
        }
        #expect(try folder.names() == [".a.jsonl.partial"])
        try file.commit()
        #expect(try folder.names() == ["a.jsonl"])
        #expect(try folder.bytes(of: "a.jsonl") == expected)
    }

    @Test func `a file that is dropped leaves nothing, and the old one stands`() throws {
        try AtomicFile.write(Array("old".utf8), to: folder.path("a"))
        do {
            var file = try AtomicFile(path: folder.path("a"))
            try file.write(Array("new".utf8))
        }
        #expect(try folder.names() == ["a"])
        #expect(try text("a") == "old")
    }

    @Test func `what a killed process left is overwritten`() throws {
        try folder.write(Array("a long rest of another run".utf8), to: ".a.partial")
        try AtomicFile.write(Array("new".utf8), to: folder.path("a"))
        #expect(try folder.names() == ["a"])
        #expect(try text("a") == "new")
    }

    @Test func `a second writer of the same file is refused until the first is done`() throws {
        let path = folder.path("a")
        let first = try AtomicFile(path: path)
        #expect(throws: OutputError.busy(path: path)) { _ = try AtomicFile(path: path) }
        try first.commit()
        try AtomicFile.write([], to: path)
    }

    @Test func `a missing folder is an error with its reason`() {
        let path = folder.path("no/such/a")
        let expected = OutputError.failed(.open, path: path, code: ENOENT)
        #expect(throws: expected) { try AtomicFile.write([], to: path) }
        #expect(expected.description == "cannot open \(path): no such file or folder")
    }

    @Test func `a folder and a device are never replaced`() throws {
        #expect(throws: OutputError.notAFile(path: folder.path)) { try AtomicFile.write([], to: folder.path) }
        #expect(throws: OutputError.notAFile(path: "/dev/null")) { try AtomicFile.write([], to: "/dev/null") }
        #expect(OutputError.notAFile(path: "/dev/null").description.hasSuffix("it is no regular file"))
    }

    @Test func `a link in place of the temporary file is not followed`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path(".a.partial"), withDestinationPath: folder.path("elsewhere"))
        #expect(throws: OutputError.failed(.open, path: folder.path("a"), code: ELOOP)) {
            try AtomicFile.write([1], to: folder.path("a"))
        }
        #expect(try folder.names() == [".a.partial"])
    }

    @Test func `a full disk is named as such`() {
        let error = OutputError.failed(.write, path: "a", code: ENOSPC)
        #expect(error.description == "cannot write a: no space left on the disk")
        #expect(error.path == "a")
    }
}
