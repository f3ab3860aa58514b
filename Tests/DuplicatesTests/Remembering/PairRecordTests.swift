import Duplicates
import Randomness
import Testing

/// Records of pairs that are not what was written.
@Suite struct PairRecordTests {
    private static let options = MatchOptions(orientations: .all, reach: .borders)
    private static let pictures = Album.collection(Array(Album.pictures.indices))

    /// What was kept of all pictures, and the groups.
    private func record() throws -> (key: String, bytes: [UInt8], groups: Deduplication.Whole) {
        let notebook = Notebook()
        let groups = notebook.group(Self.pictures, options: Self.options).whole
        let (key, bytes) = try #require(notebook.kept.first)
        return (key, bytes, groups)
    }

    @Test func `the same pictures in any order are remembered in as many bytes, and read back whole`() throws {
        let (key, bytes, groups) = try record()
        #expect(bytes.count > 32 * Self.pictures.count)
        let notebook = Notebook()
        notebook.kept = [key: bytes]
        #expect(notebook.group(Self.pictures, options: Self.options).whole == groups)
        #expect(notebook.looked.isEmpty)
        // Evidence, words, boxes and frames are all among what was compared.
        let verdicts = groups.kinships.map(\.verdict) + groups.groups.flatMap { $0.members.map(\.verdict) }
        #expect(verdicts.contains { $0.evidence.frames != nil } && verdicts.contains { $0.evidence.box != nil })
        #expect(verdicts.contains { $0.evidence.placement != nil } && verdicts.contains { $0.evidence.orientation > 1 })
        #expect(Set(verdicts.map(\.relation)).count >= 8)
    }

    @Test func `a record that is cut short or goes on is as good as none`() throws {
        let (key, bytes, groups) = try record()
        for count in Array(stride(from: 0, to: bytes.count, by: 211)) + [bytes.count - 1] {
            let notebook = Notebook()
            notebook.kept = [key: Array(bytes[..<count])]
            #expect(notebook.group(Self.pictures, options: Self.options).whole == groups, "\(count) bytes")
            #expect(notebook.kept == [key: bytes])
        }
        let notebook = Notebook()
        notebook.kept = [key: bytes + [0]]
        #expect(notebook.group(Self.pictures, options: Self.options).whole == groups)
        #expect(notebook.kept == [key: bytes])
    }

    @Test func `whatever stands in a record, nothing traps and no room is made for what is not there`() throws {
        let (key, bytes, _) = try record()
        var generator = SplitMix64(seed: 17)
        for round in 0..<60 {
            var wrong = bytes
            for _ in 0...round % 3 {
                // Mostly behind the contents, where the numbers are.
                let start = round % 4 == 0 ? 0 : 32 * Self.pictures.count
                let place = Int.random(in: start..<wrong.count, using: &generator)
                wrong[place] = UInt8.random(in: 0...255, using: &generator)
            }
            let notebook = Notebook()
            notebook.kept = [key: wrong]
            let groups = notebook.group(Self.pictures, options: Self.options).groups
            _ = groups.map { $0.members.map(\.verdict.words) }
        }
        let lies: [[UInt8]] = [
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0, 0, 1, 0, 0], [0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0],
            [UInt8](repeating: 0xFF, count: 40), [UInt8](repeating: 0x80, count: 40), [0, 0, 0], [],
        ]
        for lie in lies {
            let notebook = Notebook()
            notebook.kept = [key: lie]
            _ = notebook.group(Array(Self.pictures[..<3]), options: Self.options)
        }
    }
}
