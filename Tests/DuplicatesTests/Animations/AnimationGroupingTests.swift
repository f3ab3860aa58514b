import Duplicates
import Testing

@Suite struct AnimationGroupingTests {
    private static let whole = Array(0..<12)

    @Test func `copies with no frame in common at their beginning are candidates`() throws {
        let pictures = [
            MovingScene().animation(Self.whole, path: "whole", ticket: 0),
            MovingScene().animation(Array(5..<12), path: "trimmed", ticket: 1),
            MovingScene().animation(Self.whole.reversed(), path: "backwards", ticket: 2),
            MovingScene().still(9, path: "still", ticket: 3),
            MovingScene(seed: 2).animation(Self.whole, path: "other", ticket: 4),
        ]
        let result = Deduplication(of: pictures)
        let group = try #require(result.groups.first)
        #expect(result.groups.count == 1)
        #expect(Set([group.keeper] + group.members.map(\.index)) == [0, 1, 2])
        #expect(group.members.allSatisfy { $0.relation == .retimed })
        #expect(group.alternates.map(\.index) == [3] && group.alternates.map(\.relation) == [.stillOf])
    }

    @Test func `a whole animation is not dropped for a part of it, however good that is`() throws {
        let whole = MovingScene().animation(Self.whole, path: "whole", ticket: 0)
        var part = MovingScene().animation(Array(0..<6), path: "part", ticket: 1)
        part.width = 320
        part.height = 240
        let result = Deduplication(of: [whole, part])
        #expect(result.groups.isEmpty)
        #expect(result.kinships.map(\.verdict.relation) == [.retimed])
    }

    @Test func `an animation is never dropped for a still of it`() throws {
        var still = MovingScene().still(0, path: "still", ticket: 1)
        still.width = 640
        still.height = 480
        let result = Deduplication(of: [MovingScene().animation(Self.whole, path: "moving", ticket: 0), still])
        #expect(result.groups.isEmpty && result.kinships.map(\.verdict.relation) == [.stillOf])
    }

    @Test func `by first frames only what begins alike is found`() throws {
        let pictures = [
            MovingScene().animation(Self.whole, path: "whole", ticket: 0),
            MovingScene(step: (0, 8)).animation(Self.whole, path: "other way", ticket: 1),
            MovingScene().animation(Array(9..<12), path: "end", ticket: 2),
        ]
        let result = Deduplication(of: pictures, options: MatchOptions(animations: .first))
        #expect(result.groups.map { Set([$0.keeper] + $0.members.map(\.index)) } == [[0, 1]])
        #expect(Deduplication(of: pictures, options: MatchOptions(animations: .skip)).groups.isEmpty)
    }
}
