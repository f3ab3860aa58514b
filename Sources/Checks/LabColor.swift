/// A color in CIE L*a*b* under D65.
package struct LabColor: Sendable, Hashable {
    package let lightness: Double
    package let a: Double
    package let b: Double

    package init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// The color written as `#RRGGBB` in either case, in sRGB; `nil` for anything else.
    package init?(hexadecimal: String) {
        let digits = hexadecimal.utf8.dropFirst()
        guard hexadecimal.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
        var value = 0
        for digit in digits {
            // Only ASCII digits: `hexDigitValue` knows full-width ones too, but no single byte is one.
            guard let digit = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            value = value << 4 | digit
        }
        self.init(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    }

    /// The color of three sRGB components, 0 to 255 (IEC 61966-2-1, its matrix and white point D65).
    package init(red: Int, green: Int, blue: Int) {
        let r = Self.linear[red]
        let g = Self.linear[green]
        let b = Self.linear[blue]
        let x = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b
        let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
        let z = 0.0193339 * r + 0.1191920 * g + 0.9503041 * b
        let fx = Self.compressed(x / 0.95047)
        let fy = Self.compressed(y)
        let fz = Self.compressed(z / 1.08883)
        self.init(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
    }

    /// The light of each sRGB component. `x^2.4` is `x^2` times the fifth root of `x^2`.
    private static let linear: [Double] = (0...255).map { component in
        let encoded = Double(component) / 255
        guard encoded > 0.04045 else { return encoded / 12.92 }
        let base = (encoded + 0.055) / 1.055
        return base * base * FixedMath.fifthRoot(base * base)
    }

    /// The function f of CIE 15: a cube root with a straight piece near black.
    private static func compressed(_ ratio: Double) -> Double {
        ratio > 216.0 / 24389 ? FixedMath.cubeRoot(ratio) : (24389.0 / 27 * ratio + 16) / 116
    }
}
