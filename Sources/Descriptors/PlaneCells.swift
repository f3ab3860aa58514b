internal import CPixels
internal import Rasters

/// The exact area means of a plane of bytes in cells, as `ColorCells` makes them of pixels.
///
/// All sums are whole numbers that 64 bits hold for any picture.
struct PlaneCells {
    /// How a mean in bytes becomes a level of 0 to 255: `level * divisor = mean * gain + offset`.
    struct Scale {
        var gain = 1.0
        var offset = 0.0
        var divisor = 1.0
    }

    /// Cells a side.
    private let side: Int
    private var columns: ColumnSums
    private var width = 1
    private var scale = pixels_scale(gain: 1, offset: 0, unit: 1)
    /// The sums of each cell of this row, in parts of a pixel as small as both axes make them.
    private var sums: [UInt64]
    /// The level of each cell, after the last row: 0 to 255.
    private(set) var levels: [UInt8]

    /// Cells that wait for `begin`.
    init(side: Int) {
        self.side = side
        columns = ColumnSums(cells: side)
        sums = [UInt64](repeating: 0, count: side)
        levels = [UInt8](repeating: 128, count: side * side)
    }

    /// Rows of `width` bytes follow, `height` of them.
    mutating func begin(width: Int, height: Int, _ scale: Scale = Scale()) {
        self.width = width
        let area = Double(width) * Double(height)
        self.scale = pixels_scale(gain: scale.gain, offset: scale.offset * area, unit: scale.divisor * area)
        columns.begin(width: width, height: height)
        sums.reset(to: 0, count: side)
    }

    /// Makes all cells this level: a plane that is not there.
    mutating func fill(_ level: UInt8) { levels.reset(to: level, count: side * side) }

    /// The next `count` rows from the top, with the same number of bytes from row to row.
    mutating func take(_ strip: Span<UInt8>, count: Int) {
        let pitch = strip.count / count
        precondition(pitch >= width, "\(strip.count) bytes are no \(count) rows of \(width)")
        var next = 0
        while let step = columns.add(strip, pitch: pitch, count: count, from: &next) {
            addColumns()
            if case .ended(let cell) = step { close(cell) }
        }
    }

    /// Adds the columns to the cells.
    private mutating func addColumns() {
        // Columns are padded by what may be read beyond them, and cells are as many as they are said to be, since `begin`.
        unsafe columns.whole.withUnsafeBufferPointer { whole in
            unsafe columns.shared.withUnsafeBufferPointer { shared in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    guard let wholes = whole.baseAddress, let parts = shared.baseAddress, let cells = sums.baseAddress
                    else { return }
                    unsafe pixels_area_sums(RowSums.kernel, wholes, parts, width, side, cells)
                }
            }
        }
        columns.clear()
    }

    /// Makes a row of levels of what was added up, and starts the next.
    private mutating func close(_ cell: Int) {
        // A row of cells, of which there are as many rows.
        unsafe sums.withUnsafeBufferPointer { sums in
            unsafe levels.withUnsafeMutableBufferPointer { levels in
                guard let from = sums.baseAddress, let to = levels.baseAddress else { return }
                unsafe pixels_area_levels(RowSums.kernel, from, side, scale, to + cell * side)
            }
        }
        sums.reset(to: 0, count: side)
    }
}
