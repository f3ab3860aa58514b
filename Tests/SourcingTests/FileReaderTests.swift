import Files
import Foundation
import Sourcing
import TestSupport
import Testing

@Suite struct FileReaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    func bytes(_ reader: FileReader) -> [UInt8] { Array(reader.buffer.prefix(reader.count)) }

    @Test func `a reader reads one file after another into one buffer`() throws {
        let long = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try folder.write(long, to: "long")
        try folder.write([1, 2, 3], to: "short")
        try folder.write([], to: "empty")
        var reader = FileReader()
        try reader.read(.file(path: folder.path("long")))
        #expect(bytes(reader) == long)
        let capacity = reader.buffer.count
        try reader.read(.file(path: folder.path("short")))
        #expect(bytes(reader) == [1, 2, 3])
        #expect(reader.withBytes { $0.count } == 3)
        try reader.read(.file(path: folder.path("empty")))
        #expect(reader.count == 0)
        #expect(reader.buffer.count == capacity)
    }

    @Test func `a file over the limit is refused and one at the limit is read`() throws {
        try folder.write([UInt8](repeating: 9, count: 100), to: "file")
        var reader = FileReader(maximumBytes: 100)
        try reader.read(.file(path: folder.path("file")))
        #expect(reader.count == 100)
        reader = FileReader(maximumBytes: 99)
        #expect(throws: ReadError.tooLarge(bytes: 100, limit: 99)) {
            try reader.read(.file(path: folder.path("file")))
        }
        #expect(reader.buffer.isEmpty)
    }

    @Test func `what is no regular file is refused and nothing hangs`() throws {
        try folder.addPipe("pipe")
        var reader = FileReader()
        let expected: [(String, ReadError)] = [
            (folder.path("pipe"), .notAFile(.pipe)), (folder.path, .notAFile(.folder)),
            ("/dev/null", .notAFile(.device)),
            (folder.path("gone"), .missing), ("", .missing), ("a\0b", .zeroInPath),
        ]
        for (path, error) in expected {
            #expect(throws: error, "\(path)") { try reader.read(.file(path: path)) }
        }
        #expect(throws: ReadError.notLocal) { try reader.read(.url("http://localhost/a")) }
    }

    @Test func `a file that states no size is read to its end`() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
        var reader = FileReader()
        try reader.read(.file(path: "/proc/self/status"))
        #expect(reader.count > 100)
        reader = FileReader(maximumBytes: 100)
        #expect(throws: ReadError.tooLarge(bytes: 101, limit: 100)) {
            try reader.read(.file(path: "/proc/self/status"))
        }
    }

    @Test func `errors have codes and words without the path`() {
        #expect(ReadError.missing.code == "file-missing")
        #expect("\(ReadError.notAFile(.pipe))" == "expected a regular file, found a named pipe")
        #expect("\(ReadError.system(SystemError(number: EIO)))" == "cannot be read: input/output error")
    }
}
