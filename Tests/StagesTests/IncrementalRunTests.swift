import Duplicates
import Foundation
import Randomness
import Sourcing
import Stages
import TestSupport
import Testing

/// Runs over a dataset that was grouped before, of which only what is new is compared.
@Suite struct IncrementalRunTests {
    /// Fixtures that are copied to and fro: copies, alternates, animations, flat ones.
    private static let files: [URL] = ["catgirl-blue", "animated", "flat", "lake", "orientation"].flatMap { name in
        let folder = Fixtures.root.appending(path: "good/\(name)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }
    }

    /// A folder of pictures, a dataset that is continued, and fresh ones to hold it against.
    private struct Scene {
        let folder: TemporaryFolder
        var options = MatchOptions()

        init() throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "pictures"), withIntermediateDirectories: true)
        }

        var dataset: URL { folder.url.appending(path: "dataset") }
        var index: URL { dataset.appending(path: ".pawprint/pairs.index") }

        /// Makes the folder hold the files at `places`, each under the name of its place and of what it was.
        func show(_ places: some Sequence<Int>) throws {
            let pictures = folder.url.appending(path: "pictures")
            for name in try FileManager.default.contentsOfDirectory(atPath: pictures.path) {
                try FileManager.default.removeItem(at: pictures.appending(path: name))
            }
            for place in places {
                let file = IncrementalRunTests.files[place]
                try FileManager.default.copyItem(
                    at: file, to: pictures.appending(path: "\(100 + place)-\(file.lastPathComponent)"))
            }
        }

        /// Continues the dataset, and says what it came to.
        func run(resumes: Bool = true) async throws -> String {
            try await run(into: dataset, resumes: resumes)
        }

        /// The same in a dataset that is made for the purpose.
        func runAnew() async throws -> String {
            try await run(into: folder.url.appending(path: "fresh-\(UUID().uuidString)"), resumes: true)
        }

        private func run(into dataset: URL, resumes: Bool) async throws -> String {
            let source = try FolderSource(path: folder.path("pictures"))
            let (result, _) = try await Datasets.run(
                [source], into: dataset, matching: options, options: RunOptions(jobs: 2, resumes: resumes))
            #expect(result.isComplete)
            return try Datasets.content(of: dataset)
        }

        /// Which file holds the pairs: another one as soon as they are written again.
        func file() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: index.path)[.systemFileNumber] as? Int
        }
    }

    @Test(arguments: [
        MatchOptions(orientations: .all), MatchOptions(animations: .first, reach: .whole),
        MatchOptions(maximumDistance: 47, reach: .borders, cluster: .component),
    ])
    func `with files added and removed a dataset comes to the bytes of a fresh one`(options: MatchOptions) async throws
    {
        var scene = try Scene()
        scene.options = options
        var generator = SplitMix64(seed: 23)
        for step in 0..<4 {
            try scene.show(Self.files.indices.filter { _ in step == 3 || generator.next() % 3 != 0 })
            #expect(try await scene.run() == scene.runAnew(), "seed 23, \(step)")
        }
    }

    @Test func `pairs are written again where something is new, and only there`() async throws {
        let scene = try Scene()
        try scene.show(0..<20)
        let content = try await scene.run()
        let first = try scene.file()
        #expect(try await scene.run() == content)
        #expect(try scene.file() == first)
        #expect(try await scene.run(resumes: false) == content)
        #expect(try scene.file() != first, "without resuming it is not read")
        let second = try scene.file()
        try scene.show(0..<21)
        #expect(try await scene.run() == scene.runAnew())
        #expect(try scene.file() != second)
    }

    @Test func `other options find what they find in a fresh dataset`() async throws {
        var scene = try Scene()
        try scene.show(Self.files.indices)
        _ = try await scene.run()
        let others = [
            MatchOptions(maximumDistance: 12), MatchOptions(orientations: .mirror), MatchOptions(keep: [.path]),
        ]
        for options in others {
            scene.options = options
            #expect(try await scene.run() == scene.runAnew())
        }
    }

    @Test func `pairs that are damaged, cut short or foreign are found anew`() async throws {
        var scene = try Scene()
        scene.options = MatchOptions(reach: .whole)
        try scene.show(0..<9)
        let content = try await scene.run()
        let right = try Data(contentsOf: scene.index)
        var generator = SplitMix64(seed: 29)
        var wrong = [Data(), right + Data([0]), right + right, Data(repeating: 0xFF, count: right.count)]
        wrong += [0, 7, 8, 79, 80, 81].map { right.prefix($0) }
        // Records that are cut short anywhere are a matter of `PairRecordTests`.
        wrong += stride(from: 83, to: right.count, by: right.count / 5).map { right.prefix($0) }
        for _ in 0..<8 {
            var damaged = right
            damaged[Int(generator.next() % UInt64(right.count))] ^= 1 << UInt8(generator.next() % 8)
            wrong.append(damaged)
        }
        for bytes in wrong {
            try bytes.write(to: scene.index)
            #expect(try await scene.run() == content, "seed 29, \(bytes.count) of \(right.count) bytes")
            #expect(try Data(contentsOf: scene.index) == right)
        }
        // Of another dataset, whose pictures are others but for some.
        let other = try Scene()
        try other.show(5..<14)
        _ = try await other.run()
        try Data(contentsOf: other.index).write(to: scene.index)
        #expect(try await scene.run() == content)
    }
}
