/// A color by how it is seen: lightness 0 to 1, and two axes, green to red and blue to yellow, round 0.
///
/// Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020), as revised in 2021.
/// Computed without a mathematical library, so a color has one value on every machine.
public struct OKLab: Hashable, Sendable {
    /// Lightness, 0 (black) to 1 (white).
    public let lightness: Double
    /// Green (negative) to red.
    public let a: Double
    /// Blue (negative) to yellow.
    public let b: Double

    /// A color from its coordinates.
    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// The coordinates of an sRGB color.
    public init(_ color: RGB8) {
        let table = TransferFunction.linear
        let (red, green, blue) = (table[Int(color.red)], table[Int(color.green)], table[Int(color.blue)])
        let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cubeRoot
        let medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cubeRoot
        let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cubeRoot
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// The nearest sRGB color; one outside of sRGB is clipped channel by channel.
    public var rgb8: RGB8 {
        let long = lightness + 0.3963377774 * a + 0.2158037573 * b
        let medium = lightness - 0.1055613458 * a - 0.0638541728 * b
        let short = lightness - 0.0894841775 * a - 1.2914855480 * b
        let (l, m, s) = (long * long * long, medium * medium * medium, short * short * short)
        return RGB8(
            red: TransferFunction.channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: TransferFunction.channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: TransferFunction.channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }

    /// The distance between two colors, in hundredths of the lightness between black and white.
    public func distance(to other: OKLab) -> Double {
        let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
        return 100 * (x * x + y * y + z * z).squareRoot()
    }
}
