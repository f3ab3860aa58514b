internal import Rasters

/// The exact area means of a picture in planes: luma in 64 x 64 cells, the color differences in 32 x 32.
///
/// What `ColorCells` makes of pixels that were computed from the same planes is about the same: those were rounded, and clipped
/// where a plane says more than a pixel can.
struct LayeredCells {
    private var lumaCells = PlaneCells(side: Descriptor.lumaSide)
    private var cbCells = PlaneCells(side: Descriptor.chromaSide)
    private var crCells = PlaneCells(side: Descriptor.chromaSide)

    /// The cells of luma, after the last row.
    var luma: [UInt8] { lumaCells.levels }
    /// Those of Cb, 128 for gray.
    var cb: [UInt8] { cbCells.levels }
    /// Those of Cr.
    var cr: [UInt8] { crCells.levels }

    mutating func begin(_ layout: PlaneLayout) {
        // In studio range 16 to 235 are luma of 0 to 255, and 16 to 240 are differences of 0.5 to 255.5 round 128.
        let isFull = layout.range == .full
        lumaCells.begin(
            width: layout.width, height: layout.height,
            isFull ? .init() : .init(gain: 255, offset: -16 * 255, divisor: 219))
        guard layout.hasChroma else {
            cbCells.fill(128)
            crCells.fill(128)
            return
        }
        let scale: PlaneCells.Scale = isFull ? .init() : .init(gain: 255, offset: 128 * (224 - 255), divisor: 224)
        cbCells.begin(width: layout.chromaWidth, height: layout.chromaHeight, scale)
        crCells.begin(width: layout.chromaWidth, height: layout.chromaHeight, scale)
    }

    /// The next `count` rows of luma.
    mutating func take(luma: Span<UInt8>, count: Int) { lumaCells.take(luma, count: count) }

    /// The next `count` rows of both color differences.
    mutating func take(cb: Span<UInt8>, cr: Span<UInt8>, count: Int) {
        cbCells.take(cb, count: count)
        crCells.take(cr, count: count)
    }
}
