/// How the colors of one picture became those of another, if alike all over: any affine map of the two color differences,
/// which is what saturation, hue and tint are.
struct ColorFit {
    /// What the map does not explain, tile by tile.
    let difference: TileDifference
    /// The same as the mean of large blocks, in levels.
    let unexplained: Double

    /// Fits `target` by `source`; `nil` where one picture is gray, or of one hue like a sepia tone, and the other is not.
    init?(_ first: (luma: Plane, color: ColorPlanes), from second: (luma: Plane, color: ColorPlanes)) {
        let (target, source) = (first.color, second.color)
        if Self.isGrayBesideColor(target.strength, source.strength) { return nil }
        let basis = PlaneStack([source.cb, source.cr, Plane(side: 32, filledWith: 1)])
        // The ridge weighs as much as one cell with a little color does: it only keeps gray pictures solvable.
        let cb = RobustFit(target.cb, by: basis, ridge: [1, 1, 0.01], iterations: 3).residual
        let cr = RobustFit(target.cr, by: basis, ridge: [1, 1, 0.01], iterations: 3).residual
        difference = TileDifference(color: cb, cr)
        unexplained = cb.meanBlock(4) + cr.meanBlock(4)
        if unexplained > Limits.repainted || difference.worst > Limits.doubtfulTile,
            Self.isGrayBesideColor(
                target.tinged(beside: first.luma), source.tinged(beside: second.luma))
        {
            return nil
        }
    }

    private static func isGrayBesideColor(_ one: Double, _ other: Double) -> Bool {
        min(one, other) < Limits.grayStrength && max(one, other) > 2 * Limits.grayStrength
    }
}

extension ColorPlanes {
    /// The strength of what does not follow from luma.
    fileprivate func tinged(beside luma: Plane) -> Double {
        let knots: [Float] = [32, 176, 224]
        let basis = PlaneStack(ChannelCurve.basis(luma.halved, knots: knots))
        let ridge = [1e-3, 1e-3] + knots.map { _ in 2 }
        let cb = RobustFit(cb, by: basis, ridge: ridge, iterations: 1).residual
        let cr = RobustFit(cr, by: basis, ridge: ridge, iterations: 1).residual
        return ColorPlanes(cb: cb, cr: cr).strength
    }
}
