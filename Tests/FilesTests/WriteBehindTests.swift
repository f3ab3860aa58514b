import Files
import Foundation
import TestSupport
import Testing

@Suite struct WriteBehindTests {
    @Test func `pieces stand in the file in their order`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pieces"
        let file = try OpenFile(RawPath(path), flags: O_WRONLY | O_CREAT)
        let behind = WriteBehind(file)
        for piece in 0..<50 { try behind.write([UInt8](repeating: UInt8(piece), count: 10_000)) }
        try behind.finish()
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        #expect(bytes == (0..<50).flatMap { [UInt8](repeating: UInt8($0), count: 10_000) })
    }

    @Test func `what the system refuses is said`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/read-only"
        try Data().write(to: URL(filePath: path))
        let behind = WriteBehind(try OpenFile(RawPath(path), flags: O_RDONLY))
        try behind.write([1])
        #expect(throws: SystemError(number: EBADF)) { try behind.finish() }
        #expect(throws: SystemError(number: EBADF)) { try behind.write([2]) }
    }
}
