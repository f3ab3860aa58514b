internal import Rasters

/// The exact area means of a picture in planes: luma in 64 x 64 cells, the color differences in 32 x 32.
///
/// What `ColorCells` makes of pixels that were computed from the same planes is about the same: those were rounded, and clipped
/// where a plane says more than a pixel can.
struct LayeredCells {
    private var range = PlaneLayout.Range.full
    private var hasChroma = true
    private var row = 0
    private var chromaRow = 0
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
        range = layout.range
        hasChroma = layout.hasChroma
        row = 0
        chromaRow = 0
        lumaCells.begin(width: layout.width, height: layout.height)
        guard hasChroma else {
            cbCells.fill(128)
            crCells.fill(128)
            return
        }
        cbCells.begin(width: layout.chromaWidth, height: layout.chromaHeight)
        crCells.begin(width: layout.chromaWidth, height: layout.chromaHeight)
    }

    /// The next row of luma.
    mutating func take(luma: Span<UInt8>) {
        switch range {
        case .full: lumaCells.take(luma, row: row, level: Self.rounded)
        case .studio:
            // 16 to 235 are 0 to 255.
            lumaCells.take(luma, row: row) { sum, area in Self.clipped((sum - 16 * area) * 255, 219 * area) }
        }
        row += 1
    }

    /// The next row of both color differences.
    mutating func take(cb: Span<UInt8>, cr: Span<UInt8>) {
        switch range {
        case .full:
            cbCells.take(cb, row: chromaRow, level: Self.rounded)
            crCells.take(cr, row: chromaRow, level: Self.rounded)
        case .studio:
            // 16 to 240 are 0.5 to 255.5 round 128.
            func level(_ sum: Int, _ area: Int) -> UInt8 {
                Self.clipped((sum - 128 * area) * 255 + 128 * 224 * area, 224 * area)
            }
            cbCells.take(cb, row: chromaRow, level: level)
            crCells.take(cr, row: chromaRow, level: level)
        }
        chromaRow += 1
    }

    /// Rounded to the nearest level.
    private static func rounded(_ sum: Int, _ area: Int) -> UInt8 { UInt8((sum + area / 2) / area) }

    private static func clipped(_ sum: Int, _ area: Int) -> UInt8 {
        UInt8(max(0, min(255, (max(sum, 0) + area / 2) / area)))
    }
}
