import Fingerprints
import Randomness
import Testing

@Suite struct FingerprintTests {
    @Test func `the digits begin with the highest bit`() {
        let lowest = Fingerprint(words: [1, 0, 0, 0], quality: 0)
        #expect(lowest.hexadecimal == String(repeating: "0", count: 63) + "1")
        let highest = Fingerprint(words: [0, 0, 0, 0x8000_0000_0000_0000], quality: 0)
        #expect(highest.hexadecimal == "8" + String(repeating: "0", count: 63))
    }

    @Test func `what was written is read`() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let words = SIMD4<UInt64>(random.next(), random.next(), random.next(), random.next())
            let fingerprint = Fingerprint(words: words, quality: 77)
            #expect(Fingerprint(hexadecimal: fingerprint.hexadecimal, quality: 77) == fingerprint)
            #expect(Fingerprint(hexadecimal: fingerprint.hexadecimal.uppercased(), quality: 77) == fingerprint)
        }
    }

    @Test(arguments: [
        "", "0", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 62) + "é",
    ])
    func `another text is no fingerprint`(text: String) {
        #expect(Fingerprint(hexadecimal: text, quality: 100) == nil)
    }

    @Test func `the distance is the number of different bits`() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<200 {
            let first = SIMD4<UInt64>(random.next(), random.next(), random.next(), random.next())
            let second = SIMD4<UInt64>(random.next(), random.next(), random.next(), random.next())
            var bits = 0
            for word in 0..<4 {
                for bit in 0..<64 where (first[word] ^ second[word]) >> UInt64(bit) & 1 == 1 { bits += 1 }
            }
            let (a, b) = (Fingerprint(words: first, quality: 1), Fingerprint(words: second, quality: 2))
            #expect(a.distance(to: b) == bits)
            #expect(b.distance(to: a) == bits)
            #expect(a.distance(to: a) == 0)
        }
        #expect(
            Fingerprint(words: SIMD4(), quality: 0).distance(
                to: Fingerprint(words: SIMD4(repeating: .max), quality: 0)) == 256)
    }

    @Test func `flat begins below a quality of 50`() {
        #expect(Fingerprint(words: SIMD4(), quality: 49).isFlat)
        #expect(!Fingerprint(words: SIMD4(), quality: 50).isFlat)
    }
}
