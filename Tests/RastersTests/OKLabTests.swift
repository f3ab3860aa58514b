import Foundation
import Randomness
import Rasters
import Testing

@Suite struct OKLabTests {
    @Test func `roots and angles agree with the mathematical library`() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<20_000 {
            let value = Double.random(in: 1e-6...1, using: &random)
            #expect(abs(value.cubeRoot / cbrt(value) - 1) < 4e-15)
            #expect(abs(value.fifthRoot / pow(value, 0.2) - 1) < 4e-15)
            let (x, y) = (Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random))
            let expected = atan2(y, x) < 0 ? atan2(y, x) + 2 * .pi : atan2(y, x)
            #expect(abs(Double.angle(x: x, y: y) - expected) < 4e-15)
            let direction = Double.cosineAndSine(of: expected)
            #expect(abs(direction.cosine - cos(expected)) < 4e-15)
            #expect(abs(direction.sine - sin(expected)) < 4e-15)
        }
    }

    @Test func `roots and angles of the edges are what they are`() {
        #expect(0.0.cubeRoot == 0)
        #expect(1.0.cubeRoot == 1)
        #expect(0.0.fifthRoot == 0)
        #expect(Double.angle(x: 0, y: 0) == 0)
        #expect(Double.angle(x: 1, y: 0) == 0)
        #expect(Double.angle(x: 0, y: 2) == .pi / 2)
        #expect(Double.angle(x: -3, y: 0) == .pi)
        #expect(Double.angle(x: 0, y: -1) == 1.5 * .pi)
        #expect(Double.cosineAndSine(of: 0) == (1, 0))
    }

    @Test func `the curve agrees with the power it stands for, and runs back`() {
        for value in 0..<256 {
            let channel = Double(value) / 255
            let expected = channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
            #expect(abs(TransferFunction.linear[value] - expected) < 1e-15)
            #expect(TransferFunction.channel(TransferFunction.linear[value]) == UInt8(value))
        }
    }

    @Test func `colors run to OKLab and back`() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<5_000 {
            let bits = UInt32(truncatingIfNeeded: random.next())
            let color = RGB8(
                red: UInt8(bits & 255), green: UInt8(bits >> 8 & 255), blue: UInt8(bits >> 16 & 255))
            #expect(OKLab(color).rgb8 == color)
        }
    }

    @Test func `published values of OKLab are met`() {
        // Red, green and blue of sRGB as in CSS Color 4.
        let red = OKLab(RGB8(red: 255, green: 0, blue: 0))
        #expect(abs(red.lightness - 0.62796) < 1e-4 && abs(red.a - 0.22486) < 1e-4 && abs(red.b - 0.12585) < 1e-4)
        let white = OKLab(RGB8(red: 255, green: 255, blue: 255))
        #expect(abs(white.lightness - 1) < 1e-6 && abs(white.a) < 1e-6 && abs(white.b) < 1e-6)
        #expect(abs(white.distance(to: OKLab(RGB8(red: 0, green: 0, blue: 0))) - 100) < 1e-3)
    }
}
