extension LabColor {
    /// The color difference CIEDE2000.
    ///
    /// Source: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test
    /// Data, and Mathematical Observations", Color Research and Application 30(1), 2005; names as there, angles in
    /// degrees.
    package func difference(to other: LabColor) -> Double {
        let meanChroma = (Self.chroma(a, b) + Self.chroma(other.a, other.b)) / 2
        let g = 0.5 * (1 - Self.chromaRatio(meanChroma))
        let first = Polar(a: (1 + g) * a, b: b)
        let second = Polar(a: (1 + g) * other.a, b: other.b)
        let (hueStep, meanHue) = Self.hues(first, second)

        let chromaStep = second.chroma - first.chroma
        let arc = 2 * (first.chroma * second.chroma).squareRoot() * FixedMath.sine(degrees: hueStep / 2)
        let meanPrime = (first.chroma + second.chroma) / 2

        let fromGray = (lightness + other.lightness) / 2 - 50
        let lightnessScale = 1 + 0.015 * (fromGray * fromGray) / (20 + fromGray * fromGray).squareRoot()
        let chromaScale = 1 + 0.045 * meanPrime
        let hueScale = 1 + 0.015 * meanPrime * Self.hueWeight(meanHue)

        let l = (other.lightness - lightness) / lightnessScale
        let c = chromaStep / chromaScale
        let h = arc / hueScale
        let sum = l * l + c * c + h * h + Self.rotation(meanHue, meanPrime) * c * h
        // The rotation term can push the sum of equal colors below zero by a last bit.
        return max(sum, 0).squareRoot()
    }

    /// Chroma and hue of a pair (a', b).
    private struct Polar {
        let chroma: Double
        let hue: Double

        init(a: Double, b: Double) {
            chroma = LabColor.chroma(a, b)
            hue = FixedMath.angle(x: a, y: b)
        }
    }

    private static func chroma(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }

    /// The step from one hue to the other the short way, and the hue between them. Gray has no hue.
    private static func hues(_ first: Polar, _ second: Polar) -> (step: Double, mean: Double) {
        let step = second.hue - first.hue
        let sum = first.hue + second.hue
        guard first.chroma * second.chroma != 0 else { return (0, sum) }
        // Opposite hues are 180 degrees apart up to the last bit of each; they belong to this side (pair 10 of the test
        // data).
        if step.magnitude <= 180 + 1e-9 { return (step, sum / 2) }
        return (step > 0 ? step - 360 : step + 360, sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2)
    }

    /// T: how much hue matters, by hue.
    private static func hueWeight(_ hue: Double) -> Double {
        let once = 0.17 * FixedMath.cosine(degrees: hue - 30)
        let twice = 0.24 * FixedMath.cosine(degrees: 2 * hue)
        let thrice = 0.32 * FixedMath.cosine(degrees: 3 * hue + 6)
        let fourTimes = 0.20 * FixedMath.cosine(degrees: 4 * hue - 63)
        return 1 - once + twice + thrice - fourTimes
    }

    /// R_T: the correction for blue.
    private static func rotation(_ hue: Double, _ chroma: Double) -> Double {
        let distance = (hue - 275) / 25
        let angle = 30 * FixedMath.exponential(-(distance * distance))
        return -FixedMath.sine(degrees: 2 * angle) * 2 * chromaRatio(chroma)
    }

    private static func chromaRatio(_ chroma: Double) -> Double {
        let cubed = chroma * chroma * chroma
        let seventh = cubed * cubed * chroma
        return (seventh / (seventh + 6_103_515_625)).squareRoot()
    }
}
