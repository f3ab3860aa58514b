import Fingerprints
import Rasters
import Sequences
import Testing

@Suite struct SequenceComparisonTests {
    private let original = Array(0..<12)

    private func verdict(
        _ moments: [Int], delays: [Int] = [], of picture: MovingPicture = MovingPicture(damage: 6)
    ) throws -> SequenceVerdict {
        let one = try MovingPicture().sequence(original)
        let other = try picture.sequence(moments, delays: delays)
        let verdict = one.compared(with: other)
        #expect(other.compared(with: one).relation == verdict.relation, "the other way round")
        return verdict
    }

    @Test func `damaged, resized and stretched copies are the same`() throws {
        for picture in [
            MovingPicture(damage: 10), MovingPicture(width: 48, height: 36), MovingPicture(width: 144, height: 108),
            MovingPicture(width: 96, height: 48, damage: 4),
        ] {
            let verdict = try verdict(original, of: picture)
            #expect(verdict.relation == .same)
            #expect(verdict.firstCoverage == 1000 && verdict.secondCoverage == 1000 && verdict.motion > 900)
        }
    }

    @Test func `other timing is seen as such, with its tempo`() throws {
        let slow = try verdict(original, delays: original.map { _ in 250 })
        #expect(slow.relation == .retimed && slow.tempo == 2500 && slow.drift == 0)
        let uneven = try verdict(original, delays: original.map { 20 + $0 % 3 * 200 })
        #expect(uneven.relation == .retimed && uneven.drift > 150)
    }

    @Test(arguments: [
        [0, 2, 4, 6, 8, 10], [3, 4, 5, 6, 7, 8, 9, 10, 11], [0, 1, 2, 3, 4, 5, 6, 7], [4, 5, 6, 7],
        [5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4], Array((0..<12).reversed()), Array(0..<12) + (1..<11).reversed(),
        Array(0..<12) + Array(0..<12), [0, 1, 4, 5, 6, 9, 10, 11],
    ])
    func `copies with dropped, trimmed, rotated, reversed or repeated frames are retimed`(_ moments: [Int]) throws {
        #expect(try verdict(moments).relation == .retimed)
    }

    @Test func `a reversed copy and one that runs to and fro are told`() throws {
        #expect(try verdict(original.reversed()).isReversed)
        let toAndFro = try verdict(Array(0..<12) + (1..<11).reversed())
        #expect(toAndFro.turns == 1 && !toAndFro.isReversed && toAndFro.jumps == 0)
        #expect(try verdict(Array(6..<12) + Array(0..<6)).loops == 1)
    }

    @Test func `another first frame does not keep a copy from being found`() throws {
        let one = try MovingPicture().sequence(original)
        for first in [
            MovingPicture(ground: 9).frame(at: 0), MovingPicture(ground: 9, width: 1, height: 1).frame(at: 0),
        ] {
            var builder = FrameSequenceBuilder()
            builder.append(first, milliseconds: 1000)
            for moment in original.dropFirst() {
                builder.append(MovingPicture(damage: 5).frame(at: moment), milliseconds: 100)
            }
            let verdict = one.compared(with: try #require(builder.finish()))
            #expect([.same, .retimed].contains(verdict.relation))
        }
    }

    @Test func `animations that begin with one frame and go on differently are not copies`() throws {
        for course in [1, 2] {
            let verdict = try verdict(original, of: MovingPicture(course: course))
            #expect([.shared, .unrelated].contains(verdict.relation))
        }
    }

    @Test func `other frames in the same movement are not copies`() throws {
        #expect(try verdict(original, of: MovingPicture(ground: 2)).relation == .unrelated)
    }

    @Test func `a small part is an excerpt`() throws {
        let one = try MovingPicture().sequence(Array(0..<14))
        let other = try MovingPicture(damage: 3).sequence([5, 6, 7])
        let verdict = one.compared(with: other)
        #expect(verdict.relation == .excerpt && verdict.secondCoverage == 1000)
        #expect(other.compared(with: one).firstCoverage == 1000)
    }

    @Test func `what differs in all frames is a change of the picture, not of the movement`() throws {
        func marked(_ moment: Int) -> SequenceFrame {
            let frame = MovingPicture().frame(at: moment)
            var cells = frame.cells
            for place in 240..<246 { cells[place] = cells[place] > 128 ? cells[place] - 60 : cells[place] + 60 }
            return SequenceFrame(fingerprint: frame.fingerprint, cells: cells)
        }
        var builder = FrameSequenceBuilder()
        for moment in original { builder.append(marked(moment), milliseconds: 100) }
        let verdict = try MovingPicture().sequence(original).compared(with: try #require(builder.finish()))
        #expect(verdict.relation == .altered && verdict.offset == 60)
    }

    @Test func `what stands still is compared as a still`() throws {
        let moving = try MovingPicture().sequence(original)
        let verdict = moving.compared(with: FrameSequence(MovingPicture(width: 48, height: 36, damage: 4).frame(at: 7)))
        #expect(verdict.relation == .still && verdict.run == 7)
        let other = moving.compared(with: FrameSequence(MovingPicture(ground: 4).frame(at: 7)))
        #expect(other.relation == .unrelated)
        let still = try MovingPicture().sequence([1, 1, 1])
        #expect(
            still.isMotionless
                && still.compared(with: FrameSequence(MovingPicture().frame(at: 2))).relation == .motionless)
    }

    @Test func `flat frames alone are no evidence`() throws {
        func sequence(_ levels: [UInt8]) throws -> FrameSequence {
            var builder = FrameSequenceBuilder()
            for level in levels {
                let fingerprint = Fingerprint(words: SIMD4(), quality: 0)
                let cells = [UInt8](repeating: level, count: SequenceFrame.cellCount)
                builder.append(SequenceFrame(fingerprint: fingerprint, cells: cells), milliseconds: 100)
            }
            return try #require(builder.finish())
        }
        let fade = try sequence([0, 40, 80, 120, 160])
        #expect(fade.compared(with: try sequence([0, 40, 80, 120, 160])).relation == .shared)
    }

    @Test(arguments: Orientation.allCases) func `a turned copy is the same after turning`(_ orientation: Orientation)
        throws
    {
        let one = try MovingPicture().sequence(original)
        let turned = one.oriented(orientation)
        let back: Orientation =
            switch orientation {
            case .rotatedLeft: .rotatedRight
            case .rotatedRight: .rotatedLeft
            default: orientation
            }
        #expect(turned.oriented(back) == one)
        #expect((one.compared(with: turned).relation == .same) == (orientation == .upright))
    }
}
