import Duplicates
import Fingerprints
import Testing
import TestSupport

@Suite struct PairVerdictTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5]

    private func relation(_ one: Scene, _ other: Scene) -> Relation {
        PairVerdict.compare(one.picture(path: "a"), other.picture(path: "b")).relation
    }

    @Test func `equal bytes are identical and equal pixels the same`() {
        var (one, other) = (Scene(seed: 1).picture(path: "a"), Scene(seed: 2).picture(path: "b"))
        one.pixelDigest = "p"
        other.pixelDigest = "p"
        #expect(PairVerdict.compare(one, other).relation == .samePixels)
        other.digest = one.digest
        #expect(PairVerdict.compare(one, other).relation == .identical)
    }

    @Test(arguments: seeds) func `even damage is a copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        for levels in [0, 2, 6, 12] { #expect(relation(scene, scene.damaged(by: levels)) == .reencoded) }
    }

    @Test(arguments: seeds) func `another size is a copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        for (width, height) in [(512, 384), (320, 240), (200, 150), (176, 192), (128, 96)] {
            #expect(relation(scene, scene.resized(width: width, height: height)) == .resized)
        }
    }

    @Test(arguments: seeds) func `an edit is an alternate with its place`(seed: UInt64) throws {
        let scene = Scene(seed: seed)
        let edited = scene.edited(x: 64, y: 48, size: 40)
        for other in [edited, edited.damaged(by: 4), edited.resized(width: 200, height: 150)] {
            let verdict = PairVerdict.compare(scene.picture(path: "a"), other.picture(path: "b"))
            #expect(verdict.relation == .alternate)
            let box = try #require(verdict.evidence.box)
            // 64 / 256 and 48 / 192 are 250 permille; a tile is 63 permille wide.
            #expect((185...315).contains(box.x) && (185...315).contains(box.y))
            #expect((90...290).contains(box.width) && (140...340).contains(box.height))
            #expect((10...80).contains(verdict.evidence.differingShare))
        }
    }

    @Test(arguments: seeds) func `other tones or colors all over are a recolored copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        #expect(relation(scene, scene.gray) == .recolored)
        #expect(relation(scene, scene.mapped { $0 * 3 / 4 + 10 }) == .recolored)
        #expect(relation(scene, scene.faded) == .recolored)
    }

    @Test(arguments: seeds) func `strangers are unrelated`(seed: UInt64) {
        for other in Self.seeds where other != seed {
            #expect(relation(Scene(seed: seed), Scene(seed: other)) == .unrelated)
        }
    }

    @Test func `the order of the two does not matter`() {
        let scene = Scene(seed: 7)
        let others = [
            scene.damaged(by: 5), scene.resized(width: 190, height: 140), scene.edited(x: 100, y: 90, size: 30),
            scene.gray,
            Scene(seed: 8),
        ]
        for (index, other) in others.enumerated() {
            for (first, second) in [("a", "b"), ("b", "a")] {
                let one = scene.picture(ticket: index, path: first)
                let two = other.picture(ticket: index + 9, path: second)
                #expect(PairVerdict.compare(one, two) == PairVerdict.compare(two, one))
            }
        }
    }

    @Test func `first frames prove nothing about animations`() {
        var (one, other) = (Scene(seed: 1).picture(path: "a"), Scene(seed: 1).damaged(by: 2).picture(path: "b"))
        one.frames = 12
        #expect(PairVerdict.compare(one, other).relation == .near)
        other.frames = 12
        #expect(PairVerdict.compare(one, other).relation == .near)
        #expect(PairVerdict.compare(one, other).words.contains("12 against 12 frames"))
    }

    @Test func `flat pictures need nearly equal cells and shape`() {
        func plain(_ level: UInt8, width: Int = 90, height: Int = 60) -> Picture {
            Scene(
                width: width, height: height,
                pixels: (0..<width * height * 4).map { $0 & 3 == 3 ? 255 : level }
            ).picture(path: "\(level) \(width)x\(height)")
        }
        #expect(plain(200).fingerprint.isFlat)
        #expect(PairVerdict.compare(plain(200), plain(202)).relation == .reencoded)
        #expect(PairVerdict.compare(plain(200), plain(200, width: 180, height: 120)).relation == .resized)
        #expect(PairVerdict.compare(plain(200), plain(200, width: 100)).relation == .unrelated)
        #expect(PairVerdict.compare(plain(200), plain(90)).relation == .unrelated)
    }

    @Test func `words say what was found`() {
        let scene = Scene(seed: 3)
        let words = PairVerdict.compare(
            scene.picture(path: "a"), scene.edited(x: 64, y: 48, size: 40).picture(path: "b")
        ).words
        #expect(words.hasPrefix("same picture with a local difference: "))
        let copy = PairVerdict.compare(
            scene.picture(path: "a"), scene.resized(width: 128, height: 96).picture(path: "b"))
        #expect(copy.words.hasPrefix("same picture at another size (256x192 and 128x96): "))
    }

    @Test func `pictures of one pixel and of one line can be compared`() {
        let shapes = [(1, 1), (3, 500), (500, 3), (2, 2)]
        for (width, height) in shapes {
            for (other, high) in shapes {
                let one = Scene(seed: 1).resized(width: width, height: height).picture(path: "a")
                let two = Scene(seed: 2).resized(width: other, height: high).picture(path: "b")
                #expect(PairVerdict.compare(one, two) == PairVerdict.compare(two, one))
                #expect(!PairVerdict.compare(one, two).relation.isDuplicate || width * high == height * other)
            }
        }
    }
}
