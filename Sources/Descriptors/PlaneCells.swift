internal import CPixels
internal import Rasters

/// The exact area means of a plane of bytes in cells, as `ColorCells` makes them of pixels.
///
/// All sums are whole numbers that 64 bits hold for any picture.
struct PlaneCells {
    /// Rows of bytes that 16 bits can add up.
    private static let rowsAtMost = 257
    /// Columns that are no columns, so that vectors may be read to their end.
    private static let padding = 16

    /// Cells a side.
    private let side: Int
    private var rows: AreaRows
    private var width = 1
    private var height = 1
    /// Per column the sum of the rows that lie wholly in the cell.
    private var whole: [UInt16] = []
    private var wholeRows = 0
    /// Per column the sum of the rows shared with other cells, by weight, in parts of a row: fewer than twice as many as
    /// there are cells.
    private var shared: [UInt16] = []
    /// The sums of each cell of this row, in parts of a pixel as small as both axes make them.
    private var sums: [UInt64]
    /// The level of each cell, after the last row: 0 to 255.
    private(set) var levels: [UInt8]

    /// Cells that wait for `begin`.
    init(side: Int) {
        self.side = side
        rows = AreaRows(rows: 1, cells: side)
        sums = [UInt64](repeating: 0, count: side)
        levels = [UInt8](repeating: 128, count: side * side)
    }

    /// Rows of `width` bytes follow, `height` of them.
    mutating func begin(width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = AreaRows(rows: height, cells: side)
        clearColumns()
        sums.reset(to: 0, count: side)
    }

    /// Makes all cells this level: a plane that is not there.
    mutating func fill(_ level: UInt8) { levels.reset(to: level, count: side * side) }

    /// The row number `row` from the top. The levels of a row of cells are made by `level`, of the sum and of the weight
    /// that it is the sum of.
    @inline(__always)
    mutating func take(_ bytes: Span<UInt8>, row: Int, level: (_ sum: Int, _ area: Int) -> UInt8) {
        precondition(bytes.count == width, "\(bytes.count) bytes are no row of \(width)")
        var cell = rows.firstCell(of: row)
        while let share = rows.share(of: row, in: cell) {
            if share.weight == side {
                if wholeRows == Self.rowsAtMost { addColumns() }
                whole.add(bytes, times: 1)
                wholeRows += 1
            } else {
                shared.add(bytes, times: UInt16(share.weight))
            }
            if share.isLast {
                addColumns()
                let side = side
                for column in 0..<side {
                    levels[cell * side + column] = level(Int(sums[column]), width * height)
                    sums[column] = 0
                }
            }
            cell += 1
        }
    }

    private mutating func clearColumns() {
        whole.reset(to: 0, count: width + Self.padding)
        shared.reset(to: 0, count: width + Self.padding)
        wholeRows = 0
    }

    /// Adds the columns to the cells.
    private mutating func addColumns() {
        // Columns are padded by what may be read beyond them, and cells are as many as they are said to be, since `begin`.
        unsafe whole.withUnsafeBufferPointer { whole in
            unsafe shared.withUnsafeBufferPointer { shared in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    guard let wholes = whole.baseAddress, let parts = shared.baseAddress, let cells = sums.baseAddress
                    else { return }
                    unsafe pixels_area_sums(RowSums.kernel, wholes, parts, width, side, cells)
                }
            }
        }
        clearColumns()
    }
}
