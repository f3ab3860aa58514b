import Fingerprints
import Randomness
import Sequences
import Testing

@Suite struct FrameSequenceBuilderTests {
    /// A frame that is unlike all others.
    private func frame(_ seed: Int) -> SequenceFrame {
        var lots = SplitMix64(seed: UInt64(seed))
        let words = SIMD4(lots.next(), lots.next(), lots.next(), lots.next())
        let cells = (0..<SequenceFrame.cellCount).map { _ in UInt8(truncatingIfNeeded: lots.next()) }
        return SequenceFrame(fingerprint: Fingerprint(words: words, quality: 90), cells: cells)
    }

    @Test func `frames that look the same are one run with all of their time`() throws {
        let sequence = try MovingPicture().sequence([0, 0, 0, 1, 1, 2], delays: [30, 40, 50, 60, 70, 80])
        #expect(sequence.runs.map(\.frames) == [3, 2, 1])
        #expect(sequence.runs.map(\.milliseconds) == [120, 130, 80])
        #expect(sequence.frames == 6 && sequence.milliseconds == 330)
    }

    @Test func `damage of compression does not begin a run`() throws {
        var builder = FrameSequenceBuilder()
        for damage in 0..<4 {
            builder.append(MovingPicture(damage: damage).frame(at: 1), milliseconds: 100)
        }
        #expect(try #require(builder.finish()).runs.count == 1)
    }

    @Test func `a delay of a hundredth of a second or less counts as a tenth, as in browsers`() throws {
        let sequence = try MovingPicture().sequence([0, 1, 2], delays: [0, 10, 20])
        #expect(sequence.runs.map(\.milliseconds) == [100, 100, 20])
    }

    @Test func `a builder without frames has no sequence, also after it was reset`() {
        var builder = FrameSequenceBuilder()
        #expect(builder.isEmpty && builder.finish() == nil)
        builder.append(frame(1), milliseconds: 50)
        #expect(!builder.isEmpty && builder.finish() != nil)
        builder.reset()
        #expect(builder.isEmpty && builder.finish() == nil)
    }

    @Test(arguments: [257, 1000, 5000])
    func `thousands of frames are at most 256 runs, evenly taken, and no time is lost`(_ count: Int) throws {
        var builder = FrameSequenceBuilder()
        for index in 0..<count { builder.append(frame(index), milliseconds: 40) }
        let sequence = try #require(builder.finish())
        #expect((129...FrameSequence.mostRuns).contains(sequence.runs.count))
        #expect(sequence.frames == count && sequence.milliseconds == 40 * count)
        #expect(Set(sequence.runs.dropLast().map(\.frames)).count == 1)
        #expect(sequence.runs[1].fingerprint == frame(sequence.runs[0].frames).fingerprint)
    }

    @Test func `frames that differ in little are folded before any is dropped`() throws {
        var builder = FrameSequenceBuilder()
        // Three levels apart, which the first step of folding allows and the beginning does not.
        for index in 0..<600 {
            var cells = [UInt8](repeating: index.isMultiple(of: 2) ? 100 : 103, count: SequenceFrame.cellCount)
            cells[0] = UInt8(index / 60 * 20)
            let fingerprint = Fingerprint(words: SIMD4(), quality: 90)
            builder.append(SequenceFrame(fingerprint: fingerprint, cells: cells), milliseconds: 40)
        }
        let sequence = try #require(builder.finish())
        #expect(sequence.runs.count < 256 && sequence.frames == 600)
    }
}
