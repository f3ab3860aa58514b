import Checks
import Foundation
import Testing

/// The plain twins are the C library's functions.
struct FixedMathTests {
    @Test func `roots agree with the C library`() {
        for step in 0...1000 {
            let value = 0.008 + 1.2 * Double(step) / 1000
            #expect((FixedMath.cubeRoot(value) - cbrt(value)).magnitude < 1e-14)
            #expect((FixedMath.fifthRoot(value) - pow(value, 0.2)).magnitude < 1e-14)
        }
    }

    @Test func `angles agree with the C library`() {
        for degrees in stride(from: 0.0, to: 360, by: 0.37) {
            let (x, y) = (3 * cos(degrees * .pi / 180), 3 * sin(degrees * .pi / 180))
            #expect((FixedMath.angle(x: x, y: y) - degrees).magnitude < 1e-11)
        }
        #expect(FixedMath.angle(x: 0, y: 0) == 0)
        #expect(FixedMath.angle(x: -1, y: 0) == 180)
        #expect(FixedMath.angle(x: 0, y: -1) == 270)
    }

    @Test func `sines and cosines agree with the C library`() {
        for degrees in stride(from: -1500.0, through: 1500, by: 1.3) {
            #expect((FixedMath.sine(degrees: degrees) - sin(degrees * .pi / 180)).magnitude < 1e-13)
            #expect((FixedMath.cosine(degrees: degrees) - cos(degrees * .pi / 180)).magnitude < 1e-13)
        }
    }

    @Test func `exponentials agree with the C library`() {
        for step in 0...1000 {
            let exponent = -Double(step) * 0.121
            #expect((FixedMath.exponential(exponent) - exp(exponent)).magnitude < 1e-13)
        }
    }

    @Test func `results are what they were on the first machine, to the last bit`() {
        let colors = ["#EBC6C5", "#102030", "#8040C0", "#00FF7F"].compactMap(LabColor.init(hexadecimal:))
        let bits = zip(colors, colors.dropFirst()).map { String($0.difference(to: $1).bitPattern, radix: 16) }
        #expect(bits == ["40523ee9640b4c36", "403b861f7f00415b", "405107c534987fec"])
    }
}
