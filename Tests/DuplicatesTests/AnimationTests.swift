import Duplicates
import Rasters
import Testing

@Suite struct AnimationTests {
    /// A still, two animations whose first frames are copies of it, and another picture; the last two have equal bytes.
    private static let pictures: [Picture] = {
        let scene = Scene(seed: 1)
        var pictures = [
            scene.picture(path: "still"), scene.damaged(by: 2).picture(ticket: 1, path: "moving"),
            scene.damaged(by: 3, seed: 2).picture(ticket: 2, path: "moving too"),
            Scene(seed: 2).picture(ticket: 3, path: "other", digest: "z"),
            Scene(seed: 2).picture(ticket: 4, path: "other too", digest: "z"),
        ]
        for place in 1..<5 { pictures[place].frames = 12 }
        return pictures
    }()

    private func result(_ animations: MatchOptions.Animations) -> Deduplication {
        Deduplication(of: Self.pictures, options: MatchOptions(animations: animations))
    }

    @Test func `by frames that nobody looked at only the same bytes are copies`() {
        let result = result(.frames)
        #expect(result.groups.map { $0.members.map(\.relation) } == [[.identical]])
        #expect(result.kinships.map(\.verdict.relation) == [.near, .near, .near])
    }

    @Test func `by first frames animations are copies, and a still is one of theirs`() throws {
        let result = result(.first)
        try #require(result.groups.count == 2)
        #expect([result.groups[0].keeper] + result.groups[0].members.map(\.index) == [1, 2])
        #expect(result.groups[0].members.map(\.relation) == [.reencoded])
        #expect(result.groups[0].alternates.map(\.relation) == [.stillOf])
        #expect(result.kinships.allSatisfy { $0.verdict.relation == .stillOf })
        #expect(result.kinships.first?.verdict.words.hasPrefix("a still as the first of 12 frames") == true)
    }

    @Test func `skipped animations are not grouped, not even by their bytes`() {
        let result = result(.skip)
        #expect(result.groups.isEmpty)
        #expect(result.kinships.isEmpty)
    }

    @Test func `a turned still of an animation is a still of it`() {
        var moving = Scene(seed: 3).turned(.mirrored).picture(path: "b")
        moving.frames = 5
        let still = Scene(seed: 3).damaged(by: 2).picture(ticket: 1, path: "a")
        let verdict = PairVerdict.compare(moving, still, orientations: .mirror, animations: .first)
        #expect(verdict.relation == .stillOf && verdict.evidence.orientation == 2)
        #expect(PairVerdict.compare(moving, still, orientations: .mirror).relation == .near)
    }
}
