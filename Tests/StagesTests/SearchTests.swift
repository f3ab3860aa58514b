import Duplicates
import Foundation
import Manifests
import Randomness
import Stages
import TestSupport
import Testing

@Suite struct SearchTests {
    /// What a search says of some pictures of the dataset and of one that is not in it.
    private func answers(_ dataset: URL) throws -> [[String]] {
        var search = try DatasetSearch(DatasetFolder(dataset.path))
        var comparison = PictureComparison()
        return try ["good/catgirl-blue/jpeg-q60.jpg", "good/catgirl-blue/original.png"].map { name in
            let picture = try comparison.look(at: Fixtures.root.appending(path: name).path)
            return try search.matches(of: picture, within: 31).map { "\($0.record.id) \($0.verdict.words)" }
        }
    }

    private func index(of dataset: URL) -> URL { dataset.appending(path: ".pawprint/search.index") }

    @Test func `a run leaves the index that a search makes of the manifest`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Datasets.run(try Datasets.fixtures("good"), into: folder.url)
        let written = try Data(contentsOf: index(of: folder.url))
        let known = try answers(folder.url)
        #expect(known.allSatisfy { $0.count > 3 })
        try FileManager.default.removeItem(at: index(of: folder.url))
        #expect(try answers(folder.url) == known)
        #expect(try Data(contentsOf: index(of: folder.url)) == written)
    }

    @Test func `an index that is damaged, cut short or something else is made anew`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Datasets.run(try Datasets.fixtures("good/catgirl-blue"), into: folder.url)
        let index = index(of: folder.url)
        let right = try Data(contentsOf: index)
        let known = try answers(folder.url)
        var generator = SplitMix64(seed: 5)
        for round in 0..<60 {
            var wrong = right
            switch round % 4 {
            case 0: wrong = Data(right.prefix(Int(generator.next() % UInt64(right.count))))
            case 1: wrong = right + Data([UInt8(truncatingIfNeeded: generator.next())])
            default: wrong[Int(generator.next() % UInt64(right.count))] ^= 1 << UInt8(generator.next() % 8)
            }
            try wrong.write(to: index)
            _ = try DatasetSearch(DatasetFolder(folder.url.path))
            #expect(try Data(contentsOf: index) == right, "round \(round), seed 5")
        }
        // Words that change places leave the sum of words as it is, but not the sum of sums.
        var swapped = right
        swapped.replaceSubrange(128..<192, with: right[192..<256])
        swapped.replaceSubrange(192..<256, with: right[128..<192])
        try swapped.write(to: index)
        #expect(try answers(folder.url) == known)
        #expect(try Data(contentsOf: index) == right)
    }

    @Test func `an index of another manifest is not believed`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Datasets.run(try Datasets.fixtures("good/catgirl-blue"), into: folder.url)
        let manifest = folder.url.appending(path: "manifest.jsonl")
        let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n")
        let known = try answers(folder.url)
        try (lines.prefix(lines.count / 2).joined(separator: "\n") + "\n").write(
            to: manifest, atomically: true, encoding: .utf8)
        let rest = try answers(folder.url)
        #expect(rest[0].count < known[0].count)
        #expect(rest[0].allSatisfy { known[0].contains($0) })
    }

    @Test func `a manifest that changes while it is asked is an error`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Datasets.run(try Datasets.fixtures("good/catgirl-blue"), into: folder.url)
        let manifest = folder.url.appending(path: "manifest.jsonl")
        let modified = try FileManager.default.attributesOfItem(atPath: manifest.path)[.modificationDate] as? Date
        let lines = try String(contentsOf: manifest, encoding: .utf8).split(separator: "\n")
        // As large and as old as before, so that only the lines themselves tell.
        try (lines.reversed().joined(separator: "\n") + "\n").write(to: manifest, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.modificationDate: try #require(modified)], ofItemAtPath: manifest.path)
        var search = try DatasetSearch(DatasetFolder(folder.url.path))
        var comparison = PictureComparison()
        let picture = try comparison.look(at: Fixtures.root.appending(path: "good/catgirl-blue/original.png").path)
        do {
            // A clock of the file system that is finer than a date's has told already.
            _ = try search.matches(of: picture, within: 31)
        } catch {
            #expect(error == .changed(path: folder.url.path + "/manifest.jsonl"))
        }
    }
}
