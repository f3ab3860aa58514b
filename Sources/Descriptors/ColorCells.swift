/// The exact area means of a picture in cells: luma in 64 x 64, the two color differences in 32 x 32.
///
/// All three are linear in R, G and B, so only these are added up: row by row into columns, columns to cells once a cell
/// row, and a conversion once a cell. A cell of chroma is four of luma. Sums are whole numbers, of which `Double` holds all that a
/// picture can have: their order does not matter.
package struct ColorCells {
    /// Cells a side.
    static let side = Descriptor.lumaSide
    /// Rows of bytes that 16 bits can add up.
    private static let rowsAtMost = 257
    /// Columns of such sums that 31 bits can add up.
    private static let columnsAtMost = 32768

    private var rows = AreaRows(rows: 1, cells: side)
    private var columns: [AreaColumns] = []
    private var width = 1
    private var height = 1
    /// Per byte of a row the sum of the rows that lie wholly in the cell.
    private var whole: [UInt16] = []
    private var wholeRows = 0
    /// Per byte of a row the sum of the rows shared with other cells, by weight, in 1/64 of a row: 126 of these at most.
    private var shared: [UInt16] = []
    /// The sums of each cell of this row, in 1/4096 of a pixel, and those of its cells of chroma.
    private var sums = [SIMD4<Double>](repeating: .zero, count: side)
    private var chromaSums = [SIMD4<Double>](repeating: .zero, count: side / 2)
    /// The cells of luma, after the last row.
    package private(set) var luma = [UInt8](repeating: 0, count: side * side)
    /// Those of Cb.
    package private(set) var cb = [UInt8](repeating: 128, count: side * side / 4)
    /// Those of Cr.
    package private(set) var cr = [UInt8](repeating: 128, count: side * side / 4)

    /// Cells that wait for `begin`.
    package init() {}

    /// Rows of a picture of `width` x `height` pixels follow.
    package mutating func begin(width: Int, height: Int) {
        if width != self.width || columns.isEmpty {
            columns = (0..<Self.side).map { AreaColumns($0, width: width, cells: Self.side) }
        }
        self.width = width
        self.height = height
        rows = AreaRows(rows: height, cells: Self.side)
        clearColumns()
        sums.reset(to: .zero, count: Self.side)
        chromaSums.reset(to: .zero, count: Self.side / 2)
    }

    /// The row number `row` from the top, opaque.
    package mutating func take(_ rgba: Span<UInt8>, row: Int) {
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
            let columns = columns[cell]
            sums[cell] +=
                sum(of: columns.whole) * Double(Self.side)
                + sum(of: columns.first) * Double(columns.firstWeight)
                + sum(of: columns.last) * Double(columns.lastWeight)
        }
        clearColumns()
    }

    /// The sums of the channels over some columns, in 1/64 of a row.
    @inline(__always)
    private func sum(of columns: Range<Int>) -> SIMD4<Double> {
        let (wholes, parts) = (whole.span, shared.span)
        precondition(columns.upperBound * 4 <= wholes.count && wholes.count == parts.count, "columns \(columns)")
        var sum = SIMD4<Double>.zero
        var column = columns.lowerBound
        while column < columns.upperBound {
            var inner = SIMD4<UInt32>.zero
            var outer = SIMD4<UInt32>.zero
            let end = min(column + Self.columnsAtMost, columns.upperBound)
            while column < end {
                // Below the count, by the check above; any bytes are an integer.
                let (one, other) = unsafe (
                    wholes.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self),
                    parts.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self)
                )
                inner &+= SIMD4(truncatingIfNeeded: one)
                outer &+= SIMD4(truncatingIfNeeded: other)
                column += 1
            }
            sum += Self.doubles(inner) * Double(Self.side) + Self.doubles(outer)
        }
        return sum
    }

    /// The same of one column.
    @inline(__always)
    private func sum(of column: Int) -> SIMD4<Double> {
        let (wholes, parts) = (whole.span, shared.span)
        precondition(column >= 0 && column * 4 + 4 <= wholes.count && wholes.count == parts.count, "column \(column)")
        // Checked above.
        let (one, other) = unsafe (
            wholes.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self),
            parts.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self)
        )
        return Self.doubles(SIMD4(truncatingIfNeeded: one)) * Double(Self.side)
            + Self.doubles(SIMD4(truncatingIfNeeded: other))
    }

    /// Four numbers below 2^31, which the processor turns into `Double` in pairs when they are signed.
    private static func doubles(_ sums: SIMD4<UInt32>) -> SIMD4<Double> {
        SIMD4<Double>(SIMD4<Int32>(truncatingIfNeeded: sums))
    }

    /// Makes a row of cells of what was added up, and starts the next.
    private mutating func close(_ cellRow: Int) {
        addColumns()
        let area = Double(width) * Double(height)
        for cell in 0..<Self.side {
            luma[cellRow * Self.side + cell] = Self.level(sums[cell], SIMD4(9797, 19235, 3736, 0), 32768 * area)
            chromaSums[cell / 2] += sums[cell]
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
    /// Exact up to a gigapixel, and rounded in one way on every machine beyond.
    private static func level(
        _ sums: SIMD4<Double>, _ weights: SIMD4<Double>, _ unit: Double, zero: Double = 0
    ) -> UInt8 {
        let parts = sums * weights
        return UInt8(max(0, min(255, (parts[0] + parts[1] + parts[2]) / unit + zero + 0.5)))
    }
}
