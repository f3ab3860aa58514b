import Fingerprints
import Randomness
import Sequences
import Testing

@Suite struct FrameSequenceBytesTests {
    @Test(arguments: [1, 2, 7, 300]) func `a sequence is read back from its bytes`(_ count: Int) throws {
        let sequence = try MovingPicture(width: 20, height: 15).sequence(Array(0..<count), delays: [70, 4_000_000])
        let blob = sequence.bytes
        #expect(blob.count == 12 + 329 * sequence.runs.count)
        #expect(FrameSequence(bytes: blob) == sequence)
    }

    @Test func `bytes of another version, cut or with impossible numbers are none`() throws {
        let blob = try MovingPicture().sequence([0, 4]).bytes
        for count in [0, 1, 10, 11, 12, 13, 340, 341, 342, blob.count - 1] {
            #expect(FrameSequence(bytes: Array(blob[..<count])) == nil)
        }
        func changed(_ place: Int, to value: UInt8) -> FrameSequence? {
            var bytes = blob
            bytes[place] = value
            return FrameSequence(bytes: bytes)
        }
        #expect(FrameSequence(bytes: blob + [0]) == nil)
        #expect(changed(9, to: UInt8(ascii: "2")) == nil)
        #expect(changed(10, to: 0) == nil)
        #expect(changed(10, to: 3) == nil)
        #expect(changed(11, to: 255) == nil)
        // Quality, the sign of the time, and frames.
        #expect(changed(12 + 32, to: 101) == nil)
        #expect(changed(12 + 36, to: 128) == nil)
        #expect(changed(12 + 37, to: 0) == nil)
        #expect(changed(12 + 40, to: 255) == nil)
    }

    @Test func `no bytes trap`() throws {
        let blob = try MovingPicture().sequence([0, 3, 6]).bytes
        var lots = SplitMix64(seed: 5)
        for _ in 0..<2000 {
            var bytes = blob
            for _ in 0..<3 { bytes[Int(lots.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: lots.next()) }
            guard let read = FrameSequence(bytes: bytes) else { continue }
            #expect(read.bytes == bytes)
        }
    }
}
