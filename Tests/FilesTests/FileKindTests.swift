import Files
import Foundation
import TestSupport
import Testing

struct FileKindTests {
    @Test func `a path leads to a file, a folder, a device or nothing, and links are followed`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "file")
        try FileManager.default.createSymbolicLink(atPath: folder.path("broken"), withDestinationPath: "gone")
        let kinds = ["file", "link", "", "gone", "broken"].map { FileKind.at(folder.path($0)) }
        #expect(kinds == [.file, .file, .folder, nil, nil])
        #expect(FileKind.at("/dev/null") == .device)
    }
}
