import Duplicates
import TestSupport
import Testing

/// Turned copies among real files: decoded, encoded anew.
@Suite struct TurnedFileTests {
    @Test func `the fixtures' mirrored and turned copies are found`() throws {
        let names = ["original.png", "mirrored.jpg", "rotated.jpg", "alternate-closed-eyes.png"]
        let pictures = try names.enumerated().map { ticket, name in
            try PictureFile.picture(of: Fixtures.file("good/catgirl-blue/\(name)"), path: name, ticket: ticket)
        }
        let group = try #require(Deduplication(of: pictures, options: MatchOptions(orientations: .all)).groups.first)
        #expect(group.keeper == 0)
        #expect(group.members.map(\.index) == [1, 2])
        #expect(group.members.map(\.relation) == [.mirrored, .rotated])
        let mirror = Deduplication(of: pictures, options: MatchOptions(orientations: .mirror)).groups
        #expect(mirror.map { $0.members.map(\.index) } == [[1]])
        #expect(Deduplication(of: pictures).groups.isEmpty)
    }

    @Test(.enabled(if: Corpus.exists)) func `the turned bridges are one group`() throws {
        let lots = try #require(try Corpus.expected("neardup-truth")["invariant"] as? [[String: Any]])
        let members = try #require(lots.first { $0["id"] as? String == "pdq-dihedral" }?["members"] as? [String])
        let pictures = try members.enumerated().map { ticket, path in
            try PictureFile.picture(of: Corpus.file(path), path: path, ticket: ticket)
        }
        let result = Deduplication(of: pictures, options: MatchOptions(orientations: .all))
        #expect(result.groups.map(\.members.count) == [7])
        #expect(Deduplication(of: pictures).groups.isEmpty)
        let relations = pictures[1...].map {
            PairVerdict.compare(pictures[0], $0, orientations: .all).relation
        }
        #expect(
            relations == [.rotated, .rotated, .rotated, .mirrored, .mirrored, .mirrored, .mirrored])
    }
}
