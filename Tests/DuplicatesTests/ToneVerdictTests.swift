import Duplicates
import Testing

@Suite struct ToneVerdictTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

    private func relation(_ one: Scene, _ other: Scene) -> Relation {
        PairVerdict.compare(one.picture(path: "a"), other.picture(path: "b")).relation
    }

    @Test(arguments: seeds) func `what clips is a recolored copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        #expect(relation(scene, scene.mapped { $0 + 40 }) == .recolored)
        #expect(relation(scene, scene.mapped { $0 - 40 }) == .recolored)
        #expect(relation(scene, scene.mapped { ($0 - 128) * 7 / 5 + 128 }) == .recolored)
    }

    @Test(arguments: seeds) func `a tint and a sepia tone are a recolored copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        #expect(relation(scene, scene.tinted(112, 100, 82)) == .recolored)
        #expect(relation(scene, scene.tinted(85, 98, 115)) == .recolored)
        #expect(relation(scene, scene.sepia) == .recolored)
    }

    @Test(arguments: seeds) func `some things in another color are no copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        #expect(!relation(scene, scene.repainted).isDuplicate)
        #expect(!relation(scene, scene.repainted.damaged(by: 4)).isDuplicate)
        #expect(!relation(scene, scene.mapped { $0 + 40 }.repainted).isDuplicate)
    }

    @Test(arguments: seeds) func `an edit under other tones is no copy`(seed: UInt64) {
        let scene = Scene(seed: seed)
        let edited = scene.edited(x: 64, y: 48, size: 40)
        #expect(relation(scene, edited.mapped { $0 + 40 }) == .alternate)
        #expect(relation(scene, edited.mapped { ($0 - 128) * 7 / 5 + 128 }) == .alternate)
        #expect(relation(scene, edited.tinted(112, 100, 82)) == .alternate)
    }
}
