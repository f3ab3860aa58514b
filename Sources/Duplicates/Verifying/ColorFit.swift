/// How the colors of one picture became those of another, if alike all over: any affine map of the two color differences,
/// which is what saturation, hue and tint are.
struct ColorFit {
    /// What the map does not explain, tile by tile.
    let difference: TileDifference
    /// The same as the mean of large blocks, in levels.
    let unexplained: Double

    /// Fits `target` by `source`; `nil` where one picture is gray and the other is not.
    init?(_ target: ColorPlanes, from source: ColorPlanes) {
        let weaker = min(target.strength, source.strength)
        if weaker < Limits.grayStrength, max(target.strength, source.strength) > 2 * Limits.grayStrength { return nil }
        let basis = PlaneStack([source.cb, source.cr, Plane(side: 32, filledWith: 1)])
        // The ridge weighs as much as one cell with a little color does: it only keeps gray pictures solvable.
        let cb = RobustFit(target.cb, by: basis, ridge: [1, 1, 0.01], iterations: 3).residual
        let cr = RobustFit(target.cr, by: basis, ridge: [1, 1, 0.01], iterations: 3).residual
        difference = TileDifference(color: cb, cr)
        unexplained = cb.meanBlock(4) + cr.meanBlock(4)
    }
}
