import Fingerprints
import Foundation
import Randomness
import Testing

@Suite struct PDQTransformTests {
    @Test func `the factors are the rounded cosines`() {
        let factors = PDQTransform().factors
        for wave in 0..<16 {
            for sample in 0..<64 {
                let cosine = cos(.pi / 128 * Double(wave + 1) * Double(2 * sample + 1))
                let expected = Float(Double((2.0 as Float / 64).squareRoot()) * cosine)
                // A cosine of 0 is 1e-16 in the library.
                #expect(abs(factors[64 * wave + sample] - expected) < 1e-15)
            }
        }
    }

    @Test func `vectors give the bits of a plain loop`() {
        var random = SplitMix64(seed: 9)
        var transform = PDQTransform()
        var grid = PDQGrid()
        for index in 0..<4096 { grid.samples[index] = Float.random(in: 0...255, using: &random) }
        var coefficients = [SIMD16<Float>](repeating: SIMD16(), count: 16)
        transform.transform(grid, into: &coefficients)
        let factors = transform.factors
        for wave in 0..<16 {
            var down = [Float](repeating: 0, count: 64)
            for column in 0..<64 {
                for row in 0..<64 { down[column] += factors[64 * wave + row] * grid.samples[64 * row + column] }
            }
            for other in 0..<16 {
                var sum: Float = 0
                for column in 0..<64 { sum += factors[64 * other + column] * down[column] }
                #expect(coefficients[wave][other] == sum)
            }
        }
    }

    @Test func `the quality is that of the plain definition`() {
        var random = SplitMix64(seed: 10)
        for spread in [0, 1, 2, 3, 5, 8, 13, 40, 255] {
            var grid = PDQGrid()
            for index in 0..<4096 { grid.samples[index] = Float(Int.random(in: 0...spread, using: &random)) }
            var sum = 0
            for row in 0..<64 {
                for column in 0..<64 {
                    let here = grid.samples[64 * row + column]
                    if row < 63 { sum += abs(Int(((here - grid.samples[64 * row + 64 + column]) * 100) / 255)) }
                    if column < 63 { sum += abs(Int(((here - grid.samples[64 * row + column + 1]) * 100) / 255)) }
                }
            }
            #expect(grid.quality == min(100, sum / 90))
        }
    }
}
