/// Functions that mathematical libraries compute a little differently from machine to machine, from additions,
/// products, quotients and square roots in a fixed order: the same bits everywhere.
///
/// Each is within 4e-15 of the true value, relative for the roots and absolute for the angles.
extension Double {
    /// The cube root of a number that is not negative.
    package var cubeRoot: Double {
        guard self > 0 else { return 0 }
        // A third of the exponent is right to 4 percent; each step then triples the number of right digits (Halley).
        var root = Double(bitPattern: bitPattern / 3 + 0x2A9F_7893_782D_A1CE)
        for _ in 0..<3 {
            let cube = root * root * root
            root = root * ((cube + self + self) / (cube + cube + self))
        }
        return root
    }

    /// The fifth root of a number that is not negative.
    package var fifthRoot: Double {
        guard self > 0 else { return 0 }
        var root = Double(bitPattern: bitPattern / 5 + 0x3326_6666_6666_6666)
        // Newton's steps double the number of right digits, from an error of 7 percent.
        for _ in 0..<5 {
            let square = root * root
            root = (4 * root + self / (square * square)) / 5
        }
        return root
    }

    /// The angle of the point (`x`, `y`), from 0 up to 2 pi; 0 for the origin.
    package static func angle(x: Double, y: Double) -> Double {
        let (long, short) = (max(abs(x), abs(y)), min(abs(x), abs(y)))
        guard long > 0 else { return 0 }
        var angle = arctangent(short / long)
        if abs(y) > abs(x) { angle = .pi / 2 - angle }
        if x < 0 { angle = .pi - angle }
        return y < 0 ? 2 * .pi - angle : angle
    }

    /// The cosine and the sine of an angle from 0 to 2 pi.
    package static func cosineAndSine(of angle: Double) -> (cosine: Double, sine: Double) {
        let quarter = Int(angle / (.pi / 2) + 0.5)
        let rest = angle - Double(quarter) * (.pi / 2)
        let square = rest * rest
        // Taylor's series; the rest is at most pi / 4, so the first term left out is below 1e-18.
        var cosine = 1.0
        var sine = 1.0
        for half in (1...9).reversed() {
            let term = Double(2 * half)
            cosine = 1 - cosine * square / (term * (term - 1))
            sine = 1 - sine * square / (term * (term + 1))
        }
        sine *= rest
        return switch quarter & 3 {
        case 0: (cosine, sine)
        case 1: (-sine, cosine)
        case 2: (-cosine, -sine)
        default: (sine, -cosine)
        }
    }

    /// The arctangent of a number from 0 to 1.
    private static func arctangent(_ tangent: Double) -> Double {
        // Relative to the nearest eighth k / 8: tan(a - b) = (tan a - tan b) / (1 + tan a tan b), at most 1/16.
        let eighth = Int(tangent * 8 + 0.5)
        let near = Double(eighth) / 8
        let rest = (tangent - near) / (1 + tangent * near)
        let square = rest * rest
        // Taylor's series; the first term left out is below 1e-17.
        var sum = 1 / 11.0 - square * (1 / 13.0)
        sum = 1 / 9.0 - square * sum
        sum = 1 / 7.0 - square * sum
        sum = 1 / 5.0 - square * sum
        sum = 1 / 3.0 - square * sum
        return eighths[eighth] + rest * (1 - square * sum)
    }

    /// The arctangents of 0/8, 1/8, ... 8/8.
    private static let eighths: [Double] = [
        0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061,
        0.5585993153435624, 0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
    ]
}
