/// How the tones of one picture became those of another.
struct ToneFit {
    /// What is left of the differences.
    let residual: Plane
    /// Contrast of the other over that of the one.
    let gain: Double
    /// Levels that are then added.
    let bias: Double

    /// Whether tones are as they were, to a few levels.
    var isNone: Bool { abs(gain - 1) <= 0.03 && abs(bias) <= 3 }

    /// Kinks of the curve, in levels.
    private static let knots: [Float] = [40, 88, 136, 184, 224]

    /// By gain and bias alone.
    static func linear(_ target: Plane, from source: Plane) -> ToneFit {
        let fit = RobustFit(target, by: basis(source, knots: []), ridge: [1e-3, 1e-3], iterations: 3)
        return ToneFit(residual: fit.residual, gain: fit.coefficients[1] / 128, bias: fit.coefficients[0])
    }

    /// By a curve of six straight pieces, as gamma and clipping make it; `nil` when the best curve falls somewhere, for then
    /// it explains away an edit in tones of its own.
    static func curved(_ target: Plane, from source: Plane) -> ToneFit? {
        let fit = RobustFit(
            target, by: basis(source, knots: knots), ridge: [1e-3, 1e-3] + knots.map { _ in 2 }, iterations: 3)
        var slope = 0.0
        for coefficient in fit.coefficients.dropFirst() {
            slope += coefficient / 128
            if slope < -0.05 { return nil }
        }
        return ToneFit(residual: fit.residual, gain: fit.coefficients[1] / 128, bias: fit.coefficients[0])
    }

    private static func basis(_ source: Plane, knots: [Float]) -> PlaneStack {
        let first = [
            Plane(side: source.side, filledWith: 1), Plane(side: source.side) { source[eight: $0] * (1 / 128) },
        ]
        return PlaneStack(
            first
                + knots.map { knot in
                    Plane(side: source.side) { (source[eight: $0] - knot).larger(.zero) * (1 / 128) }
                })
    }
}
