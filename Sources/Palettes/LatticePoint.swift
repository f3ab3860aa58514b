package import Rasters

/// A color in the whole numbers, 0 to 255 an axis, in which color-thief compares: lightness, chroma and hue of OKLab
/// (1, 0.4 and a full turn being 255), or red, green and blue. The fourth element is 0.
package typealias LatticePoint = SIMD4<UInt8>

extension LatticePoint {
    /// The point of an sRGB color.
    ///
    /// Of all 2^24 colors none comes closer than 5e-10 of a step to where rounding turns, and none is computed with an
    /// error above 1e-11, so no machine and no mathematical library rounds another way. (The hue of grays rests on a
    /// chroma of some 1e-8, which follows from the matrices; its error is larger, but 64 is far from its borders.)
    package init(_ color: RGB8, in space: PaletteSpace) {
        switch space {
        case .rgb:
            self.init(color.red, color.green, color.blue, 0)
        case .oklch:
            let lab = OKLab(color)
            let chroma = (lab.a * lab.a + lab.b * lab.b).squareRoot()
            let turn = Double.angle(x: lab.a, y: lab.b) / (2 * .pi)
            self.init(
                LatticePoint.step(lab.lightness), LatticePoint.step(chroma / 0.4), LatticePoint.step(turn), 0)
        }
    }

    /// The sRGB color of the point.
    package func color(in space: PaletteSpace) -> RGB8 {
        guard space == .oklch else { return RGB8(red: self[0], green: self[1], blue: self[2]) }
        let chroma = Double(self[1]) / 255 * 0.4
        let direction = Double.cosineAndSine(of: Double(self[2]) / 255 * (2 * .pi))
        return OKLab(
            lightness: Double(self[0]) / 255, a: chroma * direction.cosine, b: chroma * direction.sine
        ).rgb8
    }

    /// The 5-bit cell of the histogram: 10 bits for the first axis, 5 for the second.
    package var cell: UInt16 {
        UInt16(self[0] >> 3) << 10 | UInt16(self[1] >> 3) << 5 | UInt16(self[2] >> 3)
    }

    private static func step(_ value: Double) -> UInt8 { UInt8(Swift.min(255, value * 255 + 0.5)) }
}

extension RGB8 {
    /// The color of a sample, whose alpha is not looked at.
    package init(sample: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: sample), green: UInt8(truncatingIfNeeded: sample >> 8),
            blue: UInt8(truncatingIfNeeded: sample >> 16))
    }
}
