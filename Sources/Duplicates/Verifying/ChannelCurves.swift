/// Curves by which red, green and blue of one picture became those of another: one for all three, or one for each.
///
/// Neither explains what was painted over: where pink became blue, one channel rose and another fell, and the other things
/// of that redness did not.
struct ChannelCurves {
    /// What is left of luma, and how green was changed.
    let tone: ToneFit
    /// What is left of the color differences.
    let color: ColorPlanes

    /// Kinks of the curve for all, in levels: close to the ends, where channels are clipped.
    private static let knots: [Float] = [12, 44, 88, 136, 184, 216, 244]
    /// Kinks of a gain, which clips at one end.
    private static let ends: [Float] = [200, 232]

    /// One curve for all channels, which is what brightness, contrast and gamma are, with what that clips; `nil` when it
    /// falls somewhere, for then it explains away an edit.
    static func shared(_ target: ChannelPlanes, from source: ChannelPlanes) -> ChannelCurves? {
        let bases = source.channels.map { PlaneStack(ChannelCurve.basis($0, knots: knots)) }
        let fit = RobustFit.shared(
            target.channels, by: bases, ridge: [1e-3, 1e-3] + knots.map { _ in 2 }, iterations: 3)
        let curve = ChannelCurve(knots: knots, coefficients: fit.coefficients)
        guard curve.isRising() else { return nil }
        let left = zip(fit.residuals, source.channels).map { curve.excused($0, of: $1) }
        return ChannelCurves(left, curve)
    }

    /// A gain for each channel, which is what a tint and a change of the light's color are; `nil` when one falls.
    static func each(_ target: ChannelPlanes, from source: ChannelPlanes) -> ChannelCurves? {
        let fits = zip(target.channels, source.channels).map { target, source in
            RobustFit(
                target, by: PlaneStack(ChannelCurve.basis(source, knots: ends)),
                ridge: [1, 1e-3] + ends.map { _ in 20 }, iterations: 3)
        }
        let curves = fits.map { ChannelCurve(knots: ends, coefficients: $0.coefficients) }
        guard curves.allSatisfy({ $0.isRising() }) else { return nil }
        return ChannelCurves(fits.map(\.residual), curves[1])
    }

    /// A curve for each channel and a share of the other two, which is what saturation is, with what that clips; `nil` when
    /// one falls steeply. So much is free here that colors painted over are explained too: it speaks for luma alone.
    static func mixed(_ target: ChannelPlanes, from source: ChannelPlanes) -> ChannelCurves? {
        let ridge = [1e-3, 1e-3] + knots.map { _ in 20 } + [5, 5]
        let fits = target.channels.enumerated().map { place, target in
            let others = [1, 2].map { ChannelCurve.scaled(source.channels[(place + $0) % 3]) }
            let basis = ChannelCurve.basis(source.channels[place], knots: knots) + others
            return RobustFit(target, by: PlaneStack(basis), ridge: ridge, iterations: 3)
        }
        let curves = fits.map { ChannelCurve(knots: knots, coefficients: $0.coefficients) }
        guard curves.allSatisfy({ $0.isRising(slack: 0.25) }) else { return nil }
        return ChannelCurves(fits.map(\.residual), curves[1])
    }

    private init(_ left: [Plane], _ curve: ChannelCurve) {
        tone = ToneFit(residual: ChannelPlanes.luma(left), gain: curve.gain, bias: curve.bias)
        color = ChannelPlanes.color(left)
    }
}
