/// The exact area mean of rows of luma in 64 x 64 cells.
///
/// Rows are added up column by column, and columns to cells once a cell row: one addition a pixel. Luma is held in steps
/// of 1/8 level (2040 for white), rounded once a pixel; from there on all is integer and exact. Sums wrap beyond 134
/// million rows, which no limit lets through.
struct LumaCells {
    /// Cells a side.
    static let side = 64
    /// Adding 2^35 to a Float below leaves it in steps of 2^12, an eighth of a level, in the low bits of its pattern.
    private static let step: Float = 34_359_738_368
    private static let zero = step.bitPattern

    private var rows = AreaRows(rows: 1, cells: side)
    private var width = 1
    private var height = 1
    /// Per column the sum of the rows that lie wholly in the cell, each with the pattern of zero in it.
    private var whole: [UInt32] = []
    /// Per column the sum of the rows that are shared with other cells, by weight, in 1/64 of a row.
    private var shared: [UInt32] = []
    private var wholeRows: UInt32 = 0
    private var means = [UInt8](repeating: 0, count: side * side)

    /// The means: 64 rows of 64 cells.
    var cells: [UInt8] { means }

    mutating func begin(width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = AreaRows(rows: height, cells: Self.side)
        wholeRows = 0
        whole.reset(to: 0, count: width)
        shared.reset(to: 0, count: width)
    }

    mutating func take(_ luma: Span<Float>, row: Int) {
        var cell = rows.firstCell(of: row)
        while let share = rows.share(of: row, in: cell) {
            if share.weight == Self.side { addWhole(luma) } else { addShared(luma, weight: UInt32(share.weight)) }
            if share.isLast { close(cell) }
            cell += 1
        }
    }

    private mutating func addWhole(_ luma: Span<Float>) {
        precondition(luma.count == width && whole.count == width, "a row of \(luma.count) in \(width) columns")
        wholeRows &+= 1
        let columns = width
        var sums = whole.mutableSpan
        // Checked above: both have `width` elements. The checks in the loop would keep it from being vectorized.
        for x in 0..<columns { unsafe sums[unchecked: x] &+= (luma[unchecked: x] + Self.step).bitPattern }
    }

    private mutating func addShared(_ luma: Span<Float>, weight: UInt32) {
        precondition(luma.count == width && shared.count == width, "a row of \(luma.count) in \(width) columns")
        let columns = width
        var sums = shared.mutableSpan
        // Checked above: both have `width` elements.
        for x in 0..<columns {
            unsafe sums[unchecked: x] &+= ((luma[unchecked: x] + Self.step).bitPattern &- Self.zero) &* weight
        }
    }

    /// Adds the columns up to the cells of one row, and starts the next.
    private mutating func close(_ cellRow: Int) {
        let area = UInt64(width) * UInt64(height)
        for cell in 0..<Self.side {
            let columns = AreaColumns(cell, width: width, cells: Self.side)
            let sum =
                sum(of: columns.whole) &* UInt64(Self.side)
                &+ sum(of: columns.first..<columns.first + 1) &* UInt64(columns.firstWeight)
                &+ sum(of: columns.last..<columns.last + 1) &* UInt64(columns.lastWeight)
            means[cellRow * Self.side + cell] = UInt8(truncatingIfNeeded: min(255, (sum &+ 4 &* area) / (8 &* area)))
        }
        wholeRows = 0
        whole.reset(to: 0, count: width)
        shared.reset(to: 0, count: width)
    }

    /// The sum over some columns, in 1/64 of a row.
    private func sum(of columns: Range<Int>) -> UInt64 {
        let (wholes, parts) = (whole.span, shared.span)
        precondition(columns.upperBound <= wholes.count && wholes.count == parts.count, "columns \(columns)")
        let offset = wholeRows &* Self.zero
        var inner: UInt64 = 0
        var outer: UInt64 = 0
        for column in columns {
            // Below the count, by the check above.
            unsafe inner &+= UInt64(wholes[unchecked: column] &- offset)
            unsafe outer &+= UInt64(parts[unchecked: column])
        }
        return inner &* UInt64(Self.side) &+ outer
    }
}
