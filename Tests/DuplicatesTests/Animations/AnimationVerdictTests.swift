import Descriptors
import Duplicates
import Fingerprints
import Rasters
import Sequences
import Testing

@Suite struct AnimationVerdictTests {
    private static let whole = Array(0..<12)

    private func compare(_ a: Picture, _ b: Picture) -> PairVerdict {
        let verdict = PairVerdict.compare(a, b)
        #expect(PairVerdict.compare(b, a) == verdict, "the other way round")
        return verdict
    }

    @Test func `copies are told by what became of them`() throws {
        let original = MovingScene().animation(Self.whole, path: "a", ticket: 0)
        let again = MovingScene(damage: 5).animation(Self.whole, path: "b", ticket: 1)
        let slow = MovingScene().animation(Self.whole, path: "c", ticket: 2, delay: 200)
        let trimmed = MovingScene().animation(Array(4..<12), path: "d", ticket: 3)
        #expect(compare(original, again).relation == .reencoded)
        #expect(compare(original, slow).relation == .retimed)
        let cut = compare(original, trimmed)
        #expect(cut.relation == .retimed && cut.evidence.frames?.secondCoverage == 1000)
        #expect(cut.words.contains("8 of 8") && cut.words.contains("% of the frames in one only"))
    }

    @Test func `animations that begin with the same frame are not copies`() throws {
        let one = MovingScene().animation(Self.whole, path: "a", ticket: 0)
        let other = MovingScene(step: (0, 8)).animation(Self.whole, path: "b", ticket: 1)
        #expect(compare(one, other).relation == .near)
    }

    @Test(arguments: [0, 7, 11]) func `a still is told which frame it is`(_ moment: Int) throws {
        let moving = MovingScene().animation(Self.whole, path: "a", ticket: 0)
        let still = MovingScene(damage: 4).still(moment, path: "b", ticket: 1)
        let verdict = compare(moving, still)
        #expect(verdict.relation == .stillOf)
        #expect(verdict.words.hasPrefix("a still as frame \(moment + 1) of 12"))
        #expect(compare(moving, MovingScene(seed: 2).still(moment, path: "c", ticket: 2)).relation == .unrelated)
    }

    @Test func `a mirrored animation and a mirrored still are found on request`() throws {
        let one = MovingScene().animation(Self.whole, path: "a", ticket: 0)
        var mirrored = MovingScene().animation(Self.whole, path: "b", ticket: 1)
        mirrored.sequence = mirrored.sequence?.oriented(.mirrored)
        mirrored.descriptor = mirrored.descriptor.oriented(.mirrored)
        mirrored.fingerprint = mirrored.fingerprint.oriented(.mirrored)
        let verdict = PairVerdict.compare(one, mirrored, orientations: .mirror)
        #expect(verdict.relation == .mirrored && verdict.evidence.orientation == 2)
        #expect(compare(one, mirrored).relation != .mirrored)
        let still = MovingScene().still(5, path: "c", ticket: 2)
        #expect(PairVerdict.compare(mirrored, still, orientations: .mirror).relation == .stillOf)
    }

    @Test func `without their frames animations are at most near`() throws {
        var one = MovingScene().animation(Self.whole, path: "a", ticket: 0)
        let other = MovingScene().animation(Self.whole, path: "b", ticket: 1)
        one.sequence = nil
        #expect(compare(one, other).relation == .near)
    }

    @Test func `an animation in which nothing moves is compared as a still is`() throws {
        let one = MovingScene().animation([0, 0, 0], path: "a", ticket: 0)
        let other = MovingScene(damage: 3).animation([0, 0], path: "b", ticket: 1)
        #expect(compare(one, other).relation == .reencoded)
        let moving = MovingScene().animation(Self.whole, path: "c", ticket: 2)
        #expect(compare(one, moving).relation == .stillOf)
        #expect(compare(one, MovingScene().still(0, path: "d", ticket: 3)).relation == .stillOf)
    }
}
