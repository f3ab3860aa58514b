import Fingerprints
import Testing

@Suite struct OrientationsTests {
    /// Element `8 * (first - 1) + second - 1`: what turning by `first` and then by `second` is together.
    private static let compositions: [Int] = (1...8).flatMap { first in
        (1...8).map { second in
            // Three different pixels tell all eight apart.
            let picture = Sample(width: 2, height: 2, luma: [1, 2, 3, 4])
            let both = picture.turned(first).turned(second)
            return (1...8).first { picture.turned($0).luma == both.luma } ?? 0
        }
    }

    /// With boxes of an odd width the samples of a turned picture are the same samples. Even boxes reach further to the
    /// right and down in whichever way a picture is turned: see the corpus for how many bits that flips.
    @Test(arguments: [(64, 64), (40, 90), (330, 290), (100, 620)])
    func `the fingerprints are those of turned pictures where boxes are odd`(width: Int, height: Int) {
        var hasher = PDQHasher()
        for seed in 0..<2 {
            let sample = Sample(width: width, height: height, seed: UInt64(seed))
            let pdq = sample.hash(&hasher)
            #expect(!pdq.fingerprint.isFlat)
            #expect(pdq.orientations[0] == pdq.fingerprint)
            for orientation in 1...8 {
                let turned = sample.turned(orientation).hash(&hasher).fingerprint
                let distance = pdq.orientations[orientation - 1].distance(to: turned)
                #expect(distance <= 2, "orientation \(orientation) of \(width)x\(height), seed \(seed)")
                #expect(abs(turned.quality - pdq.fingerprint.quality) <= 1)
            }
        }
    }

    @Test func `two turns are the turn that they are together`() {
        var hasher = PDQHasher()
        let pdq = Sample(width: 90, height: 120, seed: 8).hash(&hasher)
        for first in 1...8 {
            // What the first turn makes of the coefficients is itself a picture's.
            let turned = PDQ(coefficients: OrientationsTests.turn(pdq.coefficients, first), quality: 100)
            for second in 1...8 {
                let together = OrientationsTests.compositions[8 * (first - 1) + second - 1]
                let expected = pdq.orientations[together - 1].words
                #expect(turned.orientations[second - 1].words == expected, "\(first) then \(second)")
            }
        }
    }

    @Test func `all eight differ, and each differs from the upright by about half`() {
        var hasher = PDQHasher()
        let orientations = Sample(width: 300, height: 200, seed: 9).hash(&hasher).orientations
        #expect(Set(orientations.map(\.words)).count == 8)
    }

    /// The coefficients of a turned picture, one at a time: the plain twin of what `PDQ` does by rows.
    private static func turn(_ rows: [SIMD16<Float>], _ orientation: Int) -> [SIMD16<Float>] {
        (0..<16).map { row in
            var result = SIMD16<Float>()
            for column in 0..<16 {
                var value = orientation > 4 ? rows[column][row] : rows[row][column]
                // An odd number of half waves changes its sign when its axis is reversed.
                if [2, 3, 6, 7].contains(orientation) && column % 2 == 0 { value = -value }
                if [3, 4, 7, 8].contains(orientation) && row % 2 == 0 { value = -value }
                result[column] = value
            }
            return result
        }
    }
}
