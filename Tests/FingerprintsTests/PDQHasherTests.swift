import Fingerprints
import Randomness
import Rasters
import Testing

@Suite struct PDQHasherTests {
    @Test func `streamed rows give the fingerprint of the published algorithm`() {
        var hasher = PDQHasher()
        for (index, size) in [
            (64, 64), (63, 65), (31, 90), (5, 200), (128, 129), (200, 150), (257, 130), (500, 333), (640, 480),
        ].enumerated() {
            let sample = Sample(width: size.0, height: size.1, seed: UInt64(index))
            let pdq = sample.hash(&hasher)
            let plain = sample.plain
            // A difference that is truncated to one percent more or less makes at most a step of the quality.
            #expect(abs(pdq.fingerprint.quality - plain.quality) <= 1, "\(size)")
            let coefficients = pdq.coefficients.flatMap { row in (0..<16).map { Double(row[$0]) } }
            for (ours, theirs) in zip(coefficients, plain.coefficients) {
                #expect(abs(ours - theirs) < 2e-3, "\(size)")
            }
            #expect(Bits.agree(pdq.fingerprint, with: plain.coefficients, beyond: 4e-3), "\(size)")
        }
    }

    @Test(arguments: [
        (64, 64), (63, 65), (31, 90), (5, 200), (129, 128), (258, 130), (501, 333), (20, 2300), (9, 5000), (5, 33_000),
    ])
    func `bytes give the fingerprint of their luma`(width: Int, height: Int) {
        let sample = Sample(width: width, height: height, seed: UInt64(height))
        // A level of gray is 32768 steps of luma; a little color shows that channels stay apart.
        let rgba = sample.luma.enumerated().flatMap { index, luma -> [UInt8] in
            let gray = UInt8(luma / 32768)
            return [gray, gray ^ UInt8(index % 7), 255 - gray / 2, 255]
        }
        var luma = [Float](repeating: 0, count: width * height)
        var span = luma.mutableSpan
        LumaRows.luma(of: rgba.span, into: &span)
        var hasher = PDQHasher()
        let expected = Sample(width: width, height: height, luma: luma).hash(&hasher)
        hasher.begin(width: width, height: height)
        for row in 0..<height { hasher.take(rgba: rgba.span.extracting(row * width * 4..<(row + 1) * width * 4)) }
        let pdq = hasher.finish()
        #expect(abs(pdq.fingerprint.quality - expected.fingerprint.quality) <= 1)
        for (ours, theirs) in zip(pdq.coefficients, expected.coefficients) {
            #expect((0..<16).allSatisfy { abs(ours[$0] - theirs[$0]) < 1e-3 })
        }
        #expect(
            Bits.agree(
                pdq.fingerprint, with: expected.coefficients.flatMap { row in (0..<16).map { Double(row[$0]) } },
                beyond: 2e-3))
    }

    @Test(arguments: [
        (64, 64), (63, 65), (31, 90), (5, 200), (129, 128), (258, 130), (301, 333), (20, 2300), (4, 90),
    ])
    func `coded luma gives the fingerprint of gray pixels`(width: Int, height: Int) {
        let sample = Sample(width: width, height: height, seed: UInt64(height))
        let levels = sample.luma.map { UInt8($0 / 32768) }
        var hasher = PDQHasher()
        hasher.begin(width: width, height: height)
        for row in 0..<height {
            let gray = levels[row * width..<(row + 1) * width].flatMap { level -> [UInt8] in [level, level, level, 255]
            }
            hasher.take(rgba: gray.span)
        }
        let pixels = hasher.finish()
        hasher.begin(PlaneLayout(width: width, height: height, across: 0, down: 0, range: .full))
        for row in 0..<height { hasher.take(levels: levels.span.extracting(row * width..<(row + 1) * width)) }
        let coded = hasher.finish()
        // Luma of channels is rounded where a tent has more than a column's 16 bits can add up.
        #expect(coded.fingerprint == pixels.fingerprint)
        for (ours, theirs) in zip(coded.coefficients, pixels.coefficients) {
            #expect((0..<16).allSatisfy { abs(ours[$0] - theirs[$0]) < (height < 2300 ? 1e-9 : 1e-3) })
        }
    }

    @Test func `a smaller range of luma is stretched to that of pixels`() {
        let sample = Sample(width: 300, height: 200, seed: 5)
        var hasher = PDQHasher()
        func hash(_ range: PlaneLayout.Range, _ level: (Float) -> UInt8) -> Fingerprint {
            hasher.begin(PlaneLayout(width: 300, height: 200, across: 2, down: 2, range: range))
            let levels = sample.luma.map(level)
            for row in 0..<200 { hasher.take(levels: levels.span.extracting(row * 300..<(row + 1) * 300)) }
            return hasher.finish().fingerprint
        }
        let full = hash(.full) { UInt8($0 / 32768 + 0.5) }
        let studio = hash(.studio) { UInt8(($0 / 32768) * 219 / 255 + 16.5) }
        #expect(full.distance(to: studio) <= 4 && abs(full.quality - studio.quality) <= 2)
    }

    @Test func `a hasher forgets the picture before`() {
        let first = Sample(width: 200, height: 120, seed: 1)
        let second = Sample(width: 77, height: 300, seed: 2)
        var used = PDQHasher()
        for sample in [first, second, first, first, second] {
            var fresh = PDQHasher()
            #expect(sample.hash(&used).fingerprint == sample.hash(&fresh).fingerprint)
        }
    }

    @Test func `a picture that is abandoned leaves nothing behind`() {
        let sample = Sample(width: 90, height: 90, seed: 3)
        var hasher = PDQHasher()
        let expected = sample.hash(&hasher).fingerprint
        hasher.begin(width: 90, height: 90)
        for row in 0..<50 { hasher.take(luma: sample.luma.span.extracting(row * 90..<(row + 1) * 90)) }
        #expect(sample.hash(&hasher).fingerprint == expected)
    }

    @Test(arguments: [(1, 1), (1, 4), (4, 1000), (2000, 3), (4, 4)])
    func `a picture with a side under 5 has no bits and no quality`(width: Int, height: Int) {
        var hasher = PDQHasher()
        let pdq = Sample(width: width, height: height, seed: 4).hash(&hasher)
        #expect(pdq.fingerprint == Fingerprint(words: SIMD4(), quality: 0))
        #expect(pdq.fingerprint.isFlat)
        #expect(pdq.orientations == Array(repeating: pdq.fingerprint, count: 8))
    }

    @Test(arguments: [(5, 5), (5, 600), (600, 5), (6, 7), (63, 64)])
    func `a small picture has a fingerprint`(width: Int, height: Int) {
        var hasher = PDQHasher()
        let pdq = Sample(width: width, height: height, seed: 5).hash(&hasher)
        #expect(pdq.fingerprint.words != SIMD4())
        #expect(pdq.coefficients.count == 16)
    }

    @Test func `one color is flat, noise is not`() {
        var hasher = PDQHasher()
        let gray = Sample(width: 100, height: 100, luma: [Float](repeating: 4_000_000, count: 10_000))
        #expect(gray.hash(&hasher).fingerprint.quality == 0)
        #expect(gray.hash(&hasher).fingerprint.isFlat)
        #expect(!Sample(width: 100, height: 100, seed: 6).hash(&hasher).fingerprint.isFlat)
    }

    @Test func `half of the bits are set, for the threshold is their median`() {
        var hasher = PDQHasher()
        for seed in 0..<20 {
            let fingerprint = Sample(width: 80, height: 70, seed: UInt64(seed)).hash(&hasher).fingerprint
            #expect(fingerprint.words.nonzeroBitCount.wrappedSum() == 128)
        }
    }

    @Test func `a known picture has its known fingerprint`() {
        // Whole numbers drawn from a seed: the same on every machine, and so must be what is made of them.
        var random = SplitMix64(seed: 2026)
        var luma: [Float] = []
        for row in 0..<150 {
            for column in 0..<210 {
                let wave = abs((row * 7 + column * 3) % 256 - 128) * 40_000 + (row * column) % 977 * 2000
                luma.append(Float(wave + Int.random(in: 0...1_000_000, using: &random)))
            }
        }
        var hasher = PDQHasher()
        let fingerprint = Sample(width: 210, height: 150, luma: luma).hash(&hasher).fingerprint
        #expect(fingerprint.hexadecimal == "070e141f1c0e1c1efc0ed01ec04e405aeff0aae41ff0bfe0fff0ffa0fdb02aa0")
        #expect(fingerprint.quality == 100)
    }
}
