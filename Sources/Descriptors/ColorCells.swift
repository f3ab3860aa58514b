/// The exact area means of a picture in cells: luma in 64 x 64, the two color differences in 32 x 32.
///
/// All three are linear in R, G and B, so only these are added up: row by row into columns, columns to cells once a cell
/// row, and a conversion once a cell. All of it is in integers, so the order does not matter. A cell of chroma is four of
/// luma.
struct ColorCells {
    /// Cells a side.
    static let side = Descriptor.lumaSide
    /// Rows of bytes that 16 bits can add up.
    private static let rowsAtMost = 257
    /// Columns of such sums that 32 bits can add up.
    private static let columnsAtMost = 65536

    private var rows = AreaRows(rows: 1, cells: side)
    private var width = 1
    private var height = 1
    /// Per byte of a row the sum of the rows that lie wholly in the cell.
    private var whole: [UInt16] = []
    private var wholeRows = 0
    /// Per byte of a row the sum of the rows shared with other cells, by weight, in 1/64 of a row: 126 of these at most.
    private var shared: [UInt16] = []
    /// The sums of each cell of this row, in 1/4096 of a pixel, and those of its cells of chroma.
    private var sums = [SIMD4<Int64>](repeating: .zero, count: side)
    private var chromaSums = [SIMD4<Int64>](repeating: .zero, count: side / 2)
    private(set) var luma = [UInt8](repeating: 0, count: side * side)
    private(set) var cb = [UInt8](repeating: 128, count: side * side / 4)
    private(set) var cr = [UInt8](repeating: 128, count: side * side / 4)

    mutating func begin(width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = AreaRows(rows: height, cells: Self.side)
        clearColumns()
        sums.reset(to: .zero, count: Self.side)
        chromaSums.reset(to: .zero, count: Self.side / 2)
    }

    mutating func take(_ rgba: Span<UInt8>, row: Int) {
        precondition(rgba.count == width * 4, "\(rgba.count) bytes are no row of \(width) pixels")
        var cell = rows.firstCell(of: row)
        while let share = rows.share(of: row, in: cell) {
            if share.weight == Self.side {
                if wholeRows == Self.rowsAtMost { addColumns() }
                whole.add(rgba, times: 1)
                wholeRows += 1
            } else {
                shared.add(rgba, times: UInt16(share.weight))
            }
            if share.isLast { close(cell) }
            cell += 1
        }
    }

    private mutating func clearColumns() {
        whole.reset(to: 0, count: width * 4)
        shared.reset(to: 0, count: width * 4)
        wholeRows = 0
    }

    /// Adds the columns to the cells.
    private mutating func addColumns() {
        for cell in 0..<Self.side {
            let columns = AreaColumns(cell, width: width, cells: Self.side)
            sums[cell] &+=
                sum(of: columns.whole) &* Int64(Self.side)
                &+ sum(of: columns.first..<columns.first + 1) &* Int64(columns.firstWeight)
                &+ sum(of: columns.last..<columns.last + 1) &* Int64(columns.lastWeight)
        }
        clearColumns()
    }

    /// The sums of the channels over some columns, in 1/64 of a row.
    private func sum(of columns: Range<Int>) -> SIMD4<Int64> {
        let (wholes, parts) = (whole.span, shared.span)
        precondition(columns.upperBound * 4 <= wholes.count && wholes.count == parts.count, "columns \(columns)")
        var sum = SIMD4<Int64>.zero
        for start in stride(from: columns.lowerBound, to: columns.upperBound, by: Self.columnsAtMost) {
            var inner = SIMD4<UInt32>.zero
            var outer = SIMD4<UInt32>.zero
            for column in start..<min(start + Self.columnsAtMost, columns.upperBound) {
                // Below the count, by the check above; any bytes are an integer.
                let (one, other) = unsafe (
                    wholes.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self),
                    parts.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self)
                )
                inner &+= SIMD4(truncatingIfNeeded: one)
                outer &+= SIMD4(truncatingIfNeeded: other)
            }
            sum &+= SIMD4(truncatingIfNeeded: inner) &* Int64(Self.side) &+ SIMD4(truncatingIfNeeded: outer)
        }
        return sum
    }

    /// Makes a row of cells of what was added up, and starts the next.
    private mutating func close(_ cellRow: Int) {
        addColumns()
        let area = Double(width) * Double(height)
        for cell in 0..<Self.side {
            luma[cellRow * Self.side + cell] = Self.level(sums[cell], SIMD4(9797, 19235, 3736, 0), 32768 * area)
            chromaSums[cell / 2] &+= sums[cell]
            sums[cell] = .zero
        }
        guard cellRow % 2 == 1 else { return }
        for cell in 0..<Self.side / 2 {
            let place = cellRow / 2 * (Self.side / 2) + cell
            let unit = 4 * 65536 * area
            cb[place] = Self.level(chromaSums[cell], SIMD4(-11059, -21709, 32768, 0), unit, zero: 128)
            cr[place] = Self.level(chromaSums[cell], SIMD4(32768, -27439, -5329, 0), unit, zero: 128)
            chromaSums[cell] = .zero
        }
    }

    /// A weighted sum of channels in units of a level, from that of 0, rounded to the nearest.
    ///
    /// In `Double`, which holds these integers exactly up to a gigapixel and does not overflow beyond.
    private static func level(
        _ sums: SIMD4<Int64>, _ weights: SIMD4<Double>, _ unit: Double, zero: Double = 0
    ) -> UInt8 {
        let parts = SIMD4<Double>(sums) * weights
        return UInt8(max(0, min(255, ((parts[0] + parts[1] + parts[2]) / unit + zero + 0.5).rounded(.down))))
    }
}
