import Duplicates
import Rasters
import Testing
import TestSupport

@Suite struct PlacementTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4]

    private func verdict(_ one: Scene, _ other: Scene) -> PairVerdict {
        PairVerdict.compare(one.picture(path: "a"), other.picture(path: "b"))
    }

    /// The crops, borders and bars that are tried, with the place of the scene in each or of each in the scene.
    private static func changes(of scene: Scene) -> [(scene: Scene, placement: PermilleBox)] {
        [
            (scene.part(12, 9, 230, 172), PermilleBox(x: 47, y: 47, width: 898, height: 896)),
            (scene.part(0, 0, 218, 163), PermilleBox(x: 0, y: 0, width: 852, height: 849)),
            (
                scene.framed(left: 25, top: 25, right: 25, bottom: 25, level: 255),
                PermilleBox(x: -98, y: -130, width: 1195, height: 1260)
            ),
            (
                scene.framed(left: 0, top: 40, right: 0, bottom: 40, level: 0),
                PermilleBox(x: 0, y: -208, width: 1000, height: 1417)
            ),
        ]
    }

    @Test(arguments: seeds) func `a part of a picture and a picture in a border are cropped copies`(seed: UInt64) throws
    {
        let scene = Scene(seed: seed)
        for (other, expected) in Self.changes(of: scene) {
            let verdict = verdict(scene, other)
            #expect(verdict.relation == .cropped, "\(expected): \(verdict.words)")
            // "digest of a" sorts before "digest of b": the scene is the first.
            let found = try #require(verdict.evidence.placement)
            let differences = [
                found.x - expected.x, found.y - expected.y, found.width - expected.width,
                found.height - expected.height,
            ]
            #expect(differences.allSatisfy { abs($0) <= 25 }, "\(found) instead of \(expected)")
        }
    }

    @Test func `nothing else is in one that is not in the other when the two change places`() {
        let scene = Scene(seed: 3)
        for (other, _) in Self.changes(of: scene) {
            let one = scene.picture(path: "a")
            let two = other.picture(path: "b")
            #expect(PairVerdict.compare(one, two) == PairVerdict.compare(two, one))
        }
    }

    @Test func `strangers in the same border stay strangers`() {
        let frames = Self.seeds.map { Scene(seed: $0).framed(left: 30, top: 30, right: 30, bottom: 30, level: 255) }
        for (index, one) in frames.enumerated() {
            for other in frames[(index + 1)...] { #expect(!verdict(one, other).relation.isDuplicate) }
        }
    }

    @Test(arguments: seeds) func `a negative is a recolored copy with a falling gain`(seed: UInt64) {
        let verdict = verdict(Scene(seed: seed), Scene(seed: seed).negative)
        #expect(verdict.relation == .recolored)
        #expect(verdict.evidence.gain < -900 && verdict.evidence.distance > 200)
    }

    @Test func `grouping finds parts as far as it is asked to`() {
        let scene = Scene(seed: 2)
        let others = [
            scene, scene.part(12, 9, 230, 172), scene.framed(left: 25, top: 25, right: 25, bottom: 25, level: 255),
            Scene(seed: 9), scene.negative,
        ]
        let pictures = others.enumerated().map { $1.picture(ticket: $0, path: "\($0)") }
        let copies = { (reach: MatchOptions.Reach) in
            Deduplication(of: pictures, options: MatchOptions(reach: reach)).groups.flatMap {
                [$0.keeper] + $0.members.map(\.index)
            }.sorted()
        }
        #expect(copies(.whole) == [0, 4])
        #expect(copies(.borders) == [0, 2, 4])
        #expect(copies(.parts) == [0, 1, 2, 4])
        #expect(copies(.automatic) == copies(.parts))
    }

    @Test func `a border does not win by its pixels`() throws {
        let scene = Scene(seed: 2)
        let framed = scene.framed(left: 25, top: 25, right: 25, bottom: 25, level: 255)
        let pictures = [framed.picture(ticket: 0, path: "a"), scene.picture(ticket: 1, path: "b")]
        let group = try #require(Deduplication(of: pictures).groups.first)
        #expect(group.keeper == 1)
        #expect(group.reason == "more pixels of its own: 306x242 has a border round 256x192")
    }

    @Test func `the place of an edit is told in the keeper's coordinates`() throws {
        let scene = Scene(seed: 4)
        let edited = scene.edited(x: 40, y: 30, size: 40)
        for path in ["a", "z"] {
            // The larger one is kept; its digest sorts before the other's once, and after it once.
            let kept = scene.resized(width: 512, height: 384).picture(ticket: 0, path: path)
            let other = edited.turned(.mirrored).picture(ticket: 1, path: "m")
            let options = MatchOptions(orientations: .mirror)
            let verdict = PairVerdict.compare(kept, other, orientations: options.orientations)
            #expect(verdict.relation == .alternate && verdict.evidence.orientation == 2)
            let inKept = try #require(verdict.evidence.box(in: kept.digest, against: other.digest))
            let inOther = try #require(verdict.evidence.box(in: other.digest, against: kept.digest))
            #expect((90...220).contains(inKept.x) && (90...220).contains(inKept.y))
            #expect(inOther.x == 1000 - inKept.x - inKept.width && inOther.y == inKept.y)
        }
    }
}
