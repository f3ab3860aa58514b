internal import CPixels
internal import Rasters

/// Measures `Detail` along 32 rows and 16 columns, evenly spread; along columns at 256 places or more, or at all in
/// pictures that have fewer.
///
/// Lines at fixed places of the picture look at the same content in copies of any size, so that copies can be held
/// against each other.
struct DetailMeter {
    private static let rowsLookedAt = 32
    private static let placesLookedAt = 256
    /// Rows that the columns remember: twice the largest lag, and the present one, rounded up to a power of two.
    private static let depth = 32
    private static let reach = 16

    private var width = 1
    private var height = 1
    private var unit: Float = 1
    private var row = 0
    private var nextLine = 0
    private var linesTaken = 0
    /// Of how many rows the last is where the columns are measured, and how often they were.
    private var step = 1
    private var places = [Int](repeating: 0, count: Detail.lags.count)
    private var columns = SIMD16<Int>.zero
    /// The latest luma of each column looked at, in levels: a ring of `depth` rows.
    private var ring = [SIMD16<Float>](repeating: .zero, count: depth)
    private var horizontal = [Double](repeating: 0, count: Detail.lags.count)
    private var vertical = [SIMD16<Float>](repeating: .zero, count: Detail.lags.count)
    /// Sums of columns are moved here before they grow too large for a Float's 24 bits to add to.
    private var verticalTotals = [Double](repeating: 0, count: Detail.lags.count)
    /// The luma of a row that is looked at.
    private var line: [Float] = []

    /// - Parameter unit: Levels of gray that a step of a byte of luma stands for, where rows of luma follow.
    mutating func begin(width: Int, height: Int, unit: Float = 1) {
        self.unit = unit
        self.width = width
        self.height = height
        row = 0
        nextLine = 0
        linesTaken = 0
        step = max(1, height / Self.placesLookedAt)
        for column in 0..<16 { columns[column] = (2 * column + 1) * width / 32 }
        places.reset(to: 0, count: Detail.lags.count)
        horizontal.reset(to: 0, count: Detail.lags.count)
        vertical.reset(to: .zero, count: Detail.lags.count)
        verticalTotals.reset(to: 0, count: Detail.lags.count)
        if line.count != width { line.reset(to: 0, count: width) }
    }

    /// The next row, as RGBA.
    mutating func take(_ rgba: Span<UInt8>) {
        precondition(rgba.count == width * 4, "\(rgba.count) bytes are no row of \(width) pixels")
        take {
            $0.columnLuma(rgba)
        } line: { meter in
            var luma = meter.line.mutableSpan
            LumaRows.luma(of: rgba, into: &luma)
        }
    }

    /// The next row, as a byte of luma a pixel.
    mutating func take(luma: Span<UInt8>) {
        precondition(luma.count == width, "\(luma.count) bytes are no row of \(width) levels")
        take {
            $0.columnLevels(luma)
        } line: { meter in
            let scale = meter.unit * 32768
            var line = meter.line.mutableSpan
            for index in line.indices { line[index] = Float(luma[index]) * scale }
        }
    }

    @inline(__always)
    private mutating func take(
        _ columnLuma: (inout DetailMeter) -> SIMD16<Float>, line makeLine: (inout DetailMeter) -> Void
    ) {
        let rest = step - 1 - row % step
        if rest <= Self.reach { takeColumns(columnLuma(&self), isMeasured: rest == 0) }
        if nextLine < Self.rowsLookedAt, row == (2 * nextLine + 1) * height / (2 * Self.rowsLookedAt) {
            makeLine(&self)
            takeLine()
            // Pictures of fewer rows than lines have each row once.
            while nextLine < Self.rowsLookedAt, row >= (2 * nextLine + 1) * height / (2 * Self.rowsLookedAt) {
                nextLine += 1
            }
        }
        row += 1
    }

    mutating func finish() -> Detail {
        flushColumns()
        let along = Detail.lags.map { Double(max(0, width - 2 * $0) * linesTaken) }
        return Detail(
            horizontal: zip(horizontal, along).map { Self.mean($0, of: $1) },
            vertical: zip(verticalTotals, places).map { Self.mean($0, of: Double($1 * 16)) })
    }

    /// In 1/16 squared levels.
    private static func mean(_ sum: Double, of count: Double) -> UInt32 {
        count > 0 ? UInt32(sum / count * 16 + 0.5) : 0
    }

    /// Measures the row whose luma is in `line`.
    private mutating func takeLine() {
        linesTaken += 1
        for (index, lag) in Detail.lags.enumerated() where width > 2 * lag {
            // The line has `width` elements since `begin`.
            let total = unsafe line.withUnsafeBufferPointer { line in
                guard let start = line.baseAddress else { return 0.0 }
                return unsafe pixels_curvature(RowSums.kernel, start, line.count, lag)
            }
            // Luma is in 1/32768 of a level.
            horizontal[index] += total / (32768 * 32768)
        }
    }

    /// The luma of the columns looked at, in levels.
    private func columnLuma(_ rgba: Span<UInt8>) -> SIMD16<Float> {
        func pixel(_ lane: Int) -> UInt32 {
            // Every column is below the width, and the row has four bytes for each.
            unsafe rgba.bytes.unsafeLoadUnaligned(fromByteOffset: columns[lane] * 4, as: UInt32.self)
        }
        // Lanes are named one by one: a loop over them goes through memory, and waits for it.
        let pixels = SIMD16(
            pixel(0), pixel(1), pixel(2), pixel(3), pixel(4), pixel(5), pixel(6), pixel(7), pixel(8), pixel(9),
            pixel(10), pixel(11), pixel(12), pixel(13), pixel(14), pixel(15))
        return LumaRows.luma(of: pixels) * (1 / 32768)
    }

    /// The same of a row of luma.
    private func columnLevels(_ luma: Span<UInt8>) -> SIMD16<Float> {
        func level(_ lane: Int) -> Float { Float(luma[columns[lane]]) }
        return SIMD16(
            level(0), level(1), level(2), level(3), level(4), level(5), level(6), level(7), level(8), level(9),
            level(10), level(11), level(12), level(13), level(14), level(15)) * unit
    }

    private mutating func takeColumns(_ now: SIMD16<Float>, isMeasured: Bool) {
        ring[row & (Self.depth - 1)] = now
        guard isMeasured else { return }
        for (index, lag) in Detail.lags.enumerated() where row >= 2 * lag {
            let bent = now - 2 * ring[(row - lag) & (Self.depth - 1)] + ring[(row - 2 * lag) & (Self.depth - 1)]
            vertical[index] += bent * bent
            places[index] += 1
        }
        if places[0] & 255 == 255 { flushColumns() }
    }

    private mutating func flushColumns() {
        for index in Detail.lags.indices {
            verticalTotals[index] += vertical[index].total
            vertical[index] = .zero
        }
    }
}
