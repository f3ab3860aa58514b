import Foundation
import Manifests
import Sourcing
import Stages
import TestSupport
import Testing

@Suite struct OwnOutputTests {
    @Test func `a dataset in the folder that it is made from does not list itself`() async throws {
        let folder = try TemporaryFolder()
        let picture = Fixtures.root.appending(path: "good/cat/original.png")
        try FileManager.default.copyItem(at: picture, to: folder.url.appending(path: "a.png"))
        // What a run writes, and a file in `images` that is not named for its content.
        let dataset = folder.url.appending(path: "dataset")
        let images = dataset.appending(path: "images/ab")
        try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
        let digest = "ab" + String(repeating: "0", count: 62)
        for name in ["\(digest).png", "mine.png"] {
            try FileManager.default.copyItem(at: picture, to: images.appending(path: name))
        }
        var contents: [String] = []
        for _ in 0..<2 {
            _ = try await Datasets.run([try FolderSource(path: folder.path)], into: dataset)
            contents.append(try Datasets.content(of: dataset))
        }
        #expect(try CorruptionTests.records(of: dataset).map(\.id) == ["a.png", "dataset/images/ab/mine.png"])
        #expect(contents[0] == contents[1])
    }

    @Test func `a file that a list names is wanted, whoever wrote it`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let list = ListSource(bytes: Array("dataset/run.json".utf8), name: "list.txt", folder: folder.path)
        _ = try await Datasets.run([list], into: dataset)
        #expect(try CorruptionTests.records(of: dataset).map(\.id) == ["dataset/run.json"])
    }
}
