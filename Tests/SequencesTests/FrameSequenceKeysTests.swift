import Fingerprints
import Randomness
import Sequences
import Testing

@Suite struct FrameSequenceKeysTests {
    private func sequence(_ words: [SIMD4<UInt64>], quality: Int = 90) throws -> FrameSequence {
        var builder = FrameSequenceBuilder()
        for (index, word) in words.enumerated() {
            var cells = [UInt8](repeating: 128, count: SequenceFrame.cellCount)
            cells[index % 256] = 255
            builder.append(
                SequenceFrame(fingerprint: Fingerprint(words: word, quality: quality), cells: cells), milliseconds: 100)
        }
        return try #require(builder.finish())
    }

    @Test func `every frame is within 8 bits of a key, and no two keys are`() throws {
        var lots = SplitMix64(seed: 1)
        var words = SIMD4(lots.next(), lots.next(), lots.next(), lots.next())
        let walk = (0..<60).map { _ in
            for _ in 0..<3 { words[Int(lots.next() % 4)] ^= 1 << (lots.next() % 64) }
            return words
        }
        let sequence = try sequence(walk)
        let keys = sequence.keys
        #expect(keys.count > 5 && keys.count < sequence.runs.count)
        for run in sequence.runs { #expect(keys.contains { $0.distance(to: run.fingerprint) <= 8 }) }
        for (index, key) in keys.enumerated() {
            #expect(keys[..<index].allSatisfy { $0.distance(to: key) > 8 })
        }
    }

    @Test func `there are at most 128 keys, in the order of the frames`() throws {
        var lots = SplitMix64(seed: 2)
        let all = (0..<250).map { _ in SIMD4(lots.next(), lots.next(), lots.next(), lots.next()) }
        let keys = try sequence(all).keys
        #expect(keys.count <= FrameSequence.mostKeys && keys.count > 60)
        #expect(keys.map(\.words) == all.filter { word in keys.contains { $0.words == word } })
    }

    @Test func `flat frames have no key`() throws {
        #expect(try sequence([SIMD4(1, 2, 3, 4)], quality: 49).keys.isEmpty)
        #expect(try sequence([SIMD4(1, 2, 3, 4)], quality: 50).keys.count == 1)
    }
}
