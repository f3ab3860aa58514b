/// Measures `Detail` along 64 rows and 16 columns, evenly spread.
///
/// Lines at fixed places of the picture look at the same content in copies of any size, so that copies can be held
/// against each other.
struct DetailMeter {
    private static let rowsLookedAt = 64
    private static let columnsLookedAt = 16
    /// Rows that the columns remember: twice the largest lag, and the present one, rounded up to a power of two.
    private static let depth = 32

    private var width = 1
    private var height = 1
    private var row = 0
    private var nextLine = 0
    private var columns: [Int] = []
    /// The latest luma of each column looked at, in levels: a ring of `depth` rows.
    private var ring = [SIMD16<Float>](repeating: .zero, count: depth)
    private var horizontal = [Double](repeating: 0, count: Detail.lags.count)
    private var vertical = [SIMD16<Float>](repeating: .zero, count: Detail.lags.count)
    /// Sums of columns are moved here before they grow too large for a Float's 24 bits to add to.
    private var verticalTotals = [Double](repeating: 0, count: Detail.lags.count)
    private var linesTaken = 0

    mutating func begin(width: Int, height: Int) {
        self.width = width
        self.height = height
        row = 0
        nextLine = 0
        linesTaken = 0
        columns.removeAll(keepingCapacity: true)
        for line in 0..<Self.columnsLookedAt { columns.append((2 * line + 1) * width / (2 * Self.columnsLookedAt)) }
        for lag in Detail.lags.indices {
            horizontal[lag] = 0
            vertical[lag] = .zero
            verticalTotals[lag] = 0
        }
    }

    mutating func take(_ luma: Span<Float>) {
        takeColumns(luma)
        if nextLine < Self.rowsLookedAt, row == (2 * nextLine + 1) * height / (2 * Self.rowsLookedAt) {
            takeLine(luma)
            // Pictures of fewer rows than lines have each row once.
            while nextLine < Self.rowsLookedAt, row >= (2 * nextLine + 1) * height / (2 * Self.rowsLookedAt) {
                nextLine += 1
            }
        }
        row += 1
    }

    mutating func finish() -> Detail {
        flushColumns()
        let counts = Detail.lags.map { lag in
            (along: Double(max(0, width - 2 * lag) * linesTaken),
                down: Double(max(0, height - 2 * lag) * Self.columnsLookedAt))
        }
        return Detail(
            horizontal: zip(horizontal, counts).map { Self.mean($0, of: $1.along) },
            vertical: zip(verticalTotals, counts).map { Self.mean($0, of: $1.down) })
    }

    /// In 1/16 squared levels; luma came in 1/32768.
    private static func mean(_ sum: Double, of count: Double) -> UInt32 {
        count > 0 ? UInt32(sum / count * 16 + 0.5) : 0
    }

    private mutating func takeLine(_ luma: Span<Float>) {
        precondition(luma.count == width, "a row of \(luma.count) in \(width) columns")
        linesTaken += 1
        for (index, lag) in Detail.lags.enumerated() where width > 2 * lag {
            // Sixteen sums side by side, added up in this order on every machine.
            var sums = SIMD16<Float>.zero
            var total = 0.0
            var x = lag
            while x + 16 <= width - lag {
                // `x - lag` and `x + lag + 15` lie in the row, by the loop's condition.
                let bent = unsafe luma.sixteen(at: x - lag) - 2 * luma.sixteen(at: x) + luma.sixteen(at: x + lag)
                sums += bent * bent
                x += 16
                if x & 1023 < 16 {
                    total += sums.total
                    sums = .zero
                }
            }
            total += sums.total
            while x < width - lag {
                let bent = luma[x - lag] - 2 * luma[x] + luma[x + lag]
                total += Double(bent * bent)
                x += 1
            }
            horizontal[index] += total / (32768 * 32768)
        }
    }

    private mutating func takeColumns(_ luma: Span<Float>) {
        var now = SIMD16<Float>.zero
        for (lane, column) in columns.enumerated() { now[lane] = luma[column] }
        now *= 1 / 32768
        ring[row & (Self.depth - 1)] = now
        for (index, lag) in Detail.lags.enumerated() where row >= 2 * lag {
            let bent = now - 2 * ring[(row - lag) & (Self.depth - 1)] + ring[(row - 2 * lag) & (Self.depth - 1)]
            vertical[index] += bent * bent
        }
        if row & 255 == 255 { flushColumns() }
    }

    private mutating func flushColumns() {
        for index in Detail.lags.indices {
            verticalTotals[index] += vertical[index].total
            vertical[index] = .zero
        }
    }
}
