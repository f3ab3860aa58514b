import Duplicates
import Testing
import TestSupport

@Suite(.enabled(if: Corpus.exists)) struct TruthTests {
    private func picture(_ path: String, ticket: Int) throws -> Picture {
        try PictureFile.picture(of: Corpus.file(path), path: path, ticket: ticket)
    }

    private func lots(_ name: String) throws -> [(id: String, members: [String])] {
        let lots = try #require(try Corpus.expected("neardup-truth")[name] as? [[String: Any]])
        return try lots.map { lot in
            (try #require(lot["id"] as? String), try #require(lot["members"] as? [String]))
        }
    }

    @Test func `the changed bridges are one group`() throws {
        let lot = try #require(try lots("duplicates").first { $0.id == "pdq-bridge" })
        let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
        let result = Deduplication(of: pictures)
        #expect(result.groups.count == 1)
        #expect(result.groups.first?.members.count == pictures.count - 1)
    }

    @Test func `scenes with another number painted in are related, with the number's place`() throws {
        let lot = try #require(try lots("duplicates").first { $0.id == "exif-Landscape" })
        let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
        for other in pictures[2...] {
            let verdict = PairVerdict.compare(pictures[1], other)
            #expect(verdict.relation == .alternate)
            let box = try #require(verdict.evidence.box)
            #expect(box.x > 400 && box.x + box.width < 600 && box.y > 350 && box.y + box.height < 650)
        }
    }

    @Test func `no alternate is called a copy`() throws {
        for lot in try lots("alternates") {
            let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
            let result = Deduplication(of: pictures)
            #expect(result.groups.isEmpty)
            let isSprite = lot.id.hasPrefix("renpy")
            #expect(!isSprite || result.kinships.map(\.verdict.relation) == [Relation](repeating: .alternate, count: 6))
        }
    }

    @Test func `photographs are strangers to each other`() throws {
        let names =
            ["kodak/PhotoCD_PCD0992/03.png", "kodak/PhotoCD_PCD0992/13.png", "kodak/PhotoCD_PCD0992/23.png"]
            + ["scikit-image/coffee.png", "scikit-image/chelsea.png", "pdq/bridge-mods/aaa-orig.jpg"]
        let pictures = try names.enumerated().map { try picture($1, ticket: $0) }
        for (index, one) in pictures.enumerated() {
            for other in pictures[(index + 1)...] { #expect(PairVerdict.compare(one, other).relation == .unrelated) }
        }
    }
}
