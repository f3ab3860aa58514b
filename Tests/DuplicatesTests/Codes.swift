import Randomness

/// Codes to search among, and the plain way to compare two.
enum Codes {
    static func distance(_ one: SIMD4<UInt64>, _ other: SIMD4<UInt64>) -> Int {
        let difference = one ^ other
        return (0..<4).reduce(0) { $0 + difference[$1].nonzeroBitCount }
    }

    static func random(count: Int, seed: UInt64) -> [SIMD4<UInt64>] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            SIMD4(generator.next(), generator.next(), generator.next(), generator.next())
        }
    }

    /// Every other code is one of few with some bits turned; some are equal, some have long runs of equal bits.
    static func clustered(count: Int, seed: UInt64) -> [SIMD4<UInt64>] {
        var generator = SplitMix64(seed: seed)
        let centers = random(count: max(1, count / 20), seed: seed + 1) + [.zero, SIMD4(repeating: .max)]
        return (0..<count).map { index in
            if index % 2 == 1 { return random(count: 1, seed: seed &* 31 &+ UInt64(index))[0] }
            var code = centers[Int(generator.next() % UInt64(centers.count))]
            for _ in 0..<generator.next() % 40 {
                let bit = generator.next() % 256
                code[Int(bit >> 6)] ^= 1 << (bit & 63)
            }
            return code
        }
    }
}
