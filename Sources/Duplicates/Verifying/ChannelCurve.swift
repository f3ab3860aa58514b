/// A curve of straight pieces over the levels of a channel.
struct ChannelCurve {
    private let knots: [Float]
    /// The slope of each piece, the first of which begins at 0.
    private let slopes: [Float]
    /// Levels that are added.
    let bias: Double

    /// - Parameter coefficients: What a fit by `basis` found, and maybe more behind it.
    init(knots: [Float], coefficients: [Double]) {
        self.knots = knots
        bias = coefficients[0]
        var slopes: [Float] = []
        for coefficient in coefficients[1...knots.count + 1] {
            slopes.append((slopes.last ?? 0) + Float(coefficient) / Self.unit)
        }
        self.slopes = slopes
    }

    /// Levels that a coefficient of 1 stands for.
    private static let unit: Float = 128

    /// What a curve with these kinks is a sum of: one, the levels, and the levels above each kink.
    static func basis(_ channel: Plane, knots: [Float]) -> [Plane] {
        [Plane(side: channel.side, filledWith: 1), scaled(channel)]
            + knots.map { knot in
                Plane(side: channel.side) { (channel[eight: $0] - knot).larger(.zero) * (1 / unit) }
            }
    }

    /// The levels as they stand in a basis.
    static func scaled(_ channel: Plane) -> Plane { Plane(side: channel.side) { channel[eight: $0] * (1 / unit) } }

    /// The slope of the first piece.
    var gain: Double { Double(slopes[0]) }

    /// Whether no piece falls by more than `slack`, which is a fit's uncertainty.
    func isRising(slack: Float = 0.1) -> Bool { slopes.allSatisfy { $0 >= -slack } }

    /// `residual` less what cells of several levels may differ by, for the curve of their mean is not the mean of their curve.
    ///
    /// By Jensen's inequality the mean lies between the curve and its chord; a cell's levels are taken to lie as far apart as
    /// those of its neighbors up to two cells away.
    func excused(_ residual: Plane, of channel: Plane) -> Plane {
        // Twice, for color is known in cells of twice the side.
        let low = channel.extreme { $0.smaller($1) }.extreme { $0.smaller($1) }
        let high = channel.extreme { $0.larger($1) }.extreme { $0.larger($1) }
        return Plane(side: residual.side) { index in
            let (value, least, most) = (channel[eight: index], low[eight: index], high[eight: index])
            let (start, end) = (level(least), level(most))
            let part = (value - least) / (most - least).larger(SIMD8(repeating: 1))
            let gap = start + (end - start) * part - level(value)
            let left = residual[eight: index]
            return (left - gap.larger(.zero)).larger(.zero) + (left - gap.smaller(.zero)).smaller(.zero)
        }
    }

    /// The curve at `values`, without its bias.
    private func level(_ values: SIMD8<Float>) -> SIMD8<Float> {
        var sum = values * slopes[0]
        for (place, knot) in knots.enumerated() {
            sum += (values - knot).larger(.zero) * (slopes[place + 1] - slopes[place])
        }
        return sum
    }
}
