/// Roots, angles and exponentials from `+ - * /` and square roots in a fixed order.
///
/// IEEE 754 rounds those five exactly, so results have the same bits on every machine; the system's `pow`, `atan2`,
/// `sin` and `exp` differ in the last bit from one C library to the next. Accurate to about 1e-14, far below what
/// colors need.
package enum FixedMath {
    /// The cube root of 0.008 to 2, by Halley's iteration (each step triples the digits).
    package static func cubeRoot(_ value: Double) -> Double {
        var root = 0.7
        for _ in 0..<6 {
            let cube = root * root * root
            root = root * (cube + 2 * value) / (2 * cube + value)
        }
        return root
    }

    /// The fifth root of 0.008 to 2, by Halley's iteration.
    package static func fifthRoot(_ value: Double) -> Double {
        var root = 0.8
        for _ in 0..<7 {
            let fifth = root * root * root * root * root
            root = root * (2 * fifth + 3 * value) / (3 * fifth + 2 * value)
        }
        return root
    }

    /// The direction of the point (x, y) in degrees, 0 to 360; 0 for the origin.
    package static func angle(x: Double, y: Double) -> Double {
        let (long, short) = (max(x.magnitude, y.magnitude), min(x.magnitude, y.magnitude))
        guard long > 0 else { return 0 }
        let steep = arcTangent(short / long) * degreesPerRadian
        let inQuarter = y.magnitude > x.magnitude ? 90 - steep : steep
        let inHalf = x < 0 ? 180 - inQuarter : inQuarter
        return y < 0 ? 360 - inHalf : inHalf
    }

    /// The sine of -10,000 to 10,000 degrees.
    package static func sine(degrees: Double) -> Double {
        let turns = (degrees / 360).rounded(.toNearestOrEven)
        let near = degrees - 360 * turns
        // From -180...180 into -90...90, where the series is short.
        let folded = near > 90 ? 180 - near : near < -90 ? -180 - near : near
        let angle = folded / degreesPerRadian
        let square = angle * angle
        var sum = 1.0
        for step in stride(from: 22.0, through: 2, by: -2) { sum = 1 - square / (step * (step + 1)) * sum }
        return angle * sum
    }

    /// The cosine of -10,000 to 10,000 degrees.
    package static func cosine(degrees: Double) -> Double { sine(degrees: degrees + 90) }

    /// e to the power of -150 to 0: a short series for a 256th of the exponent, squared eight times.
    package static func exponential(_ exponent: Double) -> Double {
        let small = exponent / 256
        var sum = 1.0
        for step in stride(from: 16.0, through: 1, by: -1) { sum = 1 + small / step * sum }
        for _ in 0..<8 { sum *= sum }
        return sum
    }

    private static let degreesPerRadian = 180 / Double.pi

    /// The arc tangent of 0 to 1 in radians: the angle is halved twice, then the series.
    private static func arcTangent(_ slope: Double) -> Double {
        let half = slope / (1 + (1 + slope * slope).squareRoot())
        let quarter = half / (1 + (1 + half * half).squareRoot())
        let square = quarter * quarter
        var sum = 0.0
        for step in stride(from: 23.0, through: 1, by: -2) { sum = 1 / step - square * sum }
        return 4 * quarter * sum
    }
}
