/// The area means of the two color differences in 32 x 32 cells, from every k-th row.
///
/// At least 256 rows are looked at, or all where there are fewer, and every pixel of them: eight rows or more stand for
/// each cell, which thin lines of a drawing survive, at a fraction of the cost of all rows. Cb and Cr are linear in R, G
/// and B, so those are added up and converted once a cell (JFIF's full-range weights in 1/65536).
struct ChromaCells {
    /// Cells a side.
    static let side = 32

    private var rows = AreaRows(rows: 1, cells: side)
    private var width = 1
    private var lookedAt = 1
    private var step = 1
    /// Per byte of a row the sum of the rows that lie wholly in the cell: at most 16 of them.
    private var whole: [UInt16] = []
    /// Per byte of a row the sum of the rows shared with other cells, by weight, in 1/32 of a row.
    private var shared: [UInt16] = []
    private(set) var cb = [UInt8](repeating: 128, count: side * side)
    private(set) var cr = [UInt8](repeating: 128, count: side * side)

    mutating func begin(width: Int, height: Int) {
        self.width = width
        step = max(1, height / 256)
        // Rows step / 2, step / 2 + step, ...: the middle of each run of `step` rows.
        lookedAt = (height - step / 2 + step - 1) / step
        rows = AreaRows(rows: lookedAt, cells: Self.side)
        whole.reset(to: 0, count: width * 4)
        shared.reset(to: 0, count: width * 4)
    }

    mutating func take(_ rgba: Span<UInt8>, row: Int) {
        guard row % step == step / 2 else { return }
        let sample = row / step
        var cell = rows.firstCell(of: sample)
        while let share = rows.share(of: sample, in: cell) {
            if share.weight == Self.side { addWhole(rgba) } else { addShared(rgba, weight: UInt16(share.weight)) }
            if share.isLast { close(cell) }
            cell += 1
        }
    }

    private mutating func addWhole(_ rgba: Span<UInt8>) {
        let count = width * 4
        precondition(rgba.count == count && whole.count == count, "\(rgba.count) bytes are no row of \(width) pixels")
        var sums = whole.mutableSpan
        // Checked above: both have `count` elements.
        for index in 0..<count { unsafe sums[unchecked: index] &+= UInt16(rgba[unchecked: index]) }
    }

    private mutating func addShared(_ rgba: Span<UInt8>, weight: UInt16) {
        let count = width * 4
        precondition(rgba.count == count && shared.count == count, "\(rgba.count) bytes are no row of \(width) pixels")
        var sums = shared.mutableSpan
        // Checked above: both have `count` elements.
        for index in 0..<count { unsafe sums[unchecked: index] &+= UInt16(rgba[unchecked: index]) &* weight }
    }

    private mutating func close(_ cellRow: Int) {
        let area = Int64(width) * Int64(lookedAt)
        for cell in 0..<Self.side {
            let columns = AreaColumns(cell, width: width, cells: Self.side)
            let sums =
                sum(of: columns.whole) &* Int64(Self.side)
                &+ sum(of: columns.first..<columns.first + 1) &* Int64(columns.firstWeight)
                &+ sum(of: columns.last..<columns.last + 1) &* Int64(columns.lastWeight)
            let place = cellRow * Self.side + cell
            cb[place] = Self.level(sums, weights: SIMD4(-11059, -21709, 32768, 0), area: area)
            cr[place] = Self.level(sums, weights: SIMD4(32768, -27439, -5329, 0), area: area)
        }
        whole.reset(to: 0, count: width * 4)
        shared.reset(to: 0, count: width * 4)
    }

    /// The sums of the channels over some columns, in 1/32 of a row.
    private func sum(of columns: Range<Int>) -> SIMD4<Int64> {
        let (wholes, parts) = (whole.span, shared.span)
        precondition(columns.upperBound * 4 <= wholes.count && wholes.count == parts.count, "columns \(columns)")
        var inner = SIMD4<UInt32>.zero
        var outer = SIMD4<UInt32>.zero
        for column in columns {
            // Below the count, by the check above; any bytes are an integer.
            let (one, other) = unsafe (
                wholes.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self),
                parts.bytes.unsafeLoadUnaligned(fromByteOffset: column * 8, as: SIMD4<UInt16>.self)
            )
            inner &+= SIMD4(truncatingIfNeeded: one)
            outer &+= SIMD4(truncatingIfNeeded: other)
        }
        return SIMD4<Int64>(truncatingIfNeeded: inner) &* Int64(Self.side) &+ SIMD4<Int64>(truncatingIfNeeded: outer)
    }

    /// A color difference as a byte with 128 for gray, rounded to the nearest.
    private static func level(_ sums: SIMD4<Int64>, weights: SIMD4<Int64>, area: Int64) -> UInt8 {
        let unit = 65536 * area
        let level = ((sums &* weights).wrappedSum() + 128 * unit + unit / 2) / unit
        return UInt8(clamping: level)
    }
}
