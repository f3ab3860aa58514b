internal import Rasters

/// Adds rows of bytes up into columns, one row of cells after the other; whoever has it moves the columns on into cells.
struct ColumnSums {
    /// When the columns have to be moved on.
    enum Step {
        /// They can take no more rows of this cell.
        case full
        /// They have all rows of a cell.
        case ended(cell: Int)
    }

    /// Rows of bytes that 16 bits can add up.
    private static let rowsAtMost = 257
    /// Columns that are no columns, so that vectors may be read to their end.
    private static let padding = 16

    /// Per column the sum of the rows that lie wholly in the cell.
    private(set) var whole: [UInt16] = []
    /// Per column the sum of the rows shared with other cells, by weight, in parts of a row: fewer than twice as many as
    /// there are cells.
    private(set) var shared: [UInt16] = []
    /// Cells a side.
    private let cells: Int
    private var rows: AreaRows
    private var width = 0
    private var row = 0
    /// The cell that what is left of the row falls into.
    private var cell = 0
    private var wholeRows = 0

    /// Columns that wait for `begin`.
    init(cells: Int) {
        self.cells = cells
        rows = AreaRows(rows: 1, cells: cells)
    }

    /// Rows of `width` bytes follow, `height` of them.
    mutating func begin(width: Int, height: Int) {
        self.width = width
        rows = AreaRows(rows: height, cells: cells)
        row = 0
        cell = 0
        clear()
    }

    /// Forgets the sums, once they were moved on.
    mutating func clear() {
        whole.reset(to: 0, count: width + Self.padding)
        shared.reset(to: 0, count: width + Self.padding)
        wholeRows = 0
    }

    /// Adds the rows of `strip` from the one number `next` on, up to where the columns have to be moved on; `nil` at the end of
    /// the strip.
    ///
    /// - Parameters:
    ///   - pitch: Bytes from row to row.
    ///   - count: How many rows the strip has.
    @inline(__always)
    mutating func add(_ strip: Span<UInt8>, pitch: Int, count: Int, from next: inout Int) -> Step? {
        while next < count {
            let bytes = strip.extracting(next * pitch..<(count - 1) * pitch + width)
            let together = min(rows.wholeRows(from: row, in: cell), count - next)
            if together > 0 {
                let added = min(together, Self.rowsAtMost - wholeRows)
                if added == 0 { return .full }
                whole.add(bytes, pitch: pitch, count: added, width: width)
                wholeRows += added
                row += added
                next += added
                if rows.isEnd(row, of: cell) { return endCell() }
            } else if let share = rows.share(of: row, in: cell) {
                shared.add(bytes, weight: UInt16(share.weight), width: width)
                if share.isLast { return endCell() }
                row += 1
                next += 1
            } else {
                row += 1
                next += 1
            }
        }
        return nil
    }

    private mutating func endCell() -> Step {
        cell += 1
        return .ended(cell: cell - 1)
    }
}
