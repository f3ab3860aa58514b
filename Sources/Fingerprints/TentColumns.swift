/// Weighted sums of rows of luma, one a column, for the two samples that can be under way at the same time.
package struct TentColumns: Sendable {
    private var width = 0
    /// Columns of a slot in `sums`: the width and room for whole vectors and for a tent's padding, which stays 0.
    private var pitch = 0
    private var sums: [Float] = []

    /// No columns yet.
    package init() {}

    /// Makes room for rows of `width` values, which will be reduced by tents of `taps`.
    package mutating func prepare(width: Int, taps: Int) {
        guard width != self.width else { return }
        self.width = width
        pitch = width + 16
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: 2 * pitch))
    }

    /// Adds `weight` times a row to the slot 0 or 1, or begins the slot with it.
    package mutating func add(_ luma: Span<Float>, weight: Float, isFirst: Bool, slot: Int) {
        precondition(luma.count == width && (0...1).contains(slot), "\(luma.count) values, slot \(slot)")
        let (start, count) = (slot * pitch, width)
        // All accesses lie in the first `width` values of the row and of the slot.
        unsafe luma.withUnsafeBufferPointer { row in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                guard let row = row.baseAddress, let sums = sums.baseAddress else { return }
                if isFirst {
                    unsafe TentColumns.begin(sums + start, row, weight, count)
                } else {
                    unsafe TentColumns.extend(sums + start, row, weight, count)
                }
            }
        }
    }

    /// Adds `weight` times the luma of sums of channels, or begins the slot with it.
    ///
    /// - Precondition: four sums a column, and zeros up to a multiple of 16.
    package mutating func add(channels: Span<UInt16>, weight: Float, isFirst: Bool, slot: Int) {
        let count = (width + 3) / 4 * 16
        precondition(channels.count == count && (0...1).contains(slot), "\(channels.count) sums, slot \(slot)")
        let start = slot * pitch * 4
        // 16 sums become 4 lumas; what comes after the width falls into the slot's padding, to which it adds 0.
        unsafe channels.withUnsafeBytes { channels in
            unsafe sums.withUnsafeMutableBytes { sums in
                for byte in stride(from: 0, to: count, by: 16) {
                    let columns = unsafe channels.loadUnaligned(fromByteOffset: 2 * byte, as: SIMD8<UInt32>.self)
                    var sum = TentColumns.luma(columns) * weight
                    if !isFirst {
                        sum += unsafe sums.loadUnaligned(fromByteOffset: start + byte, as: SIMD4<Float>.self)
                    }
                    unsafe sums.storeBytes(of: sum, toByteOffset: start + byte, as: SIMD4<Float>.self)
                }
            }
        }
    }

    /// Adds `weight` times sums of levels of luma, or begins the slot with it.
    ///
    /// - Precondition: a sum for each column, and zeros up to a multiple of 16.
    package mutating func add(levels: Span<UInt16>, weight: Float, isFirst: Bool, slot: Int) {
        let count = (width + 15) / 16 * 16
        precondition(levels.count == count && (0...1).contains(slot), "\(levels.count) sums, slot \(slot)")
        let start = slot * pitch * 4
        // What comes after the width falls into the slot's padding of 16, to which it adds 0.
        unsafe levels.withUnsafeBytes { levels in
            unsafe sums.withUnsafeMutableBytes { sums in
                for column in stride(from: 0, to: count, by: 8) {
                    let packed = unsafe levels.loadUnaligned(fromByteOffset: 2 * column, as: SIMD8<UInt16>.self)
                    // Below 2^16: signed numbers are turned into Floats in one instruction.
                    var sum = SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: packed)) * weight
                    let byte = start + 4 * column
                    if !isFirst { sum += unsafe sums.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self) }
                    unsafe sums.storeBytes(of: sum, toByteOffset: byte, as: SIMD8<Float>.self)
                }
            }
        }
    }

    /// The luma of four columns; each has red and green, blue and alpha in 16 bits of a lane.
    @inline(__always)
    private static func luma(_ columns: SIMD8<UInt32>) -> SIMD4<Float> {
        let (redGreen, blueAlpha) = (columns.evenHalf, columns.oddHalf)
        // Below 2^16: signed numbers are turned into Floats in one instruction.
        let red = unsafe unsafeBitCast(redGreen & SIMD4(repeating: 0xFFFF), to: SIMD4<Int32>.self)
        let green = unsafe unsafeBitCast(redGreen &>> 16, to: SIMD4<Int32>.self)
        let blue = unsafe unsafeBitCast(blueAlpha & SIMD4(repeating: 0xFFFF), to: SIMD4<Int32>.self)
        return SIMD4<Float>(red) * 9797 + SIMD4<Float>(green) * 19235 + SIMD4<Float>(blue) * 3736
    }

    /// Writes the 64 samples of the slot as one row of the grid, in the range of 0 to 255.
    ///
    /// Each sample is the sum over its tent of eight interleaved partial sums, which are added in a fixed order.
    ///
    /// - Parameters:
    ///   - unit: What a sum is multiplied by to be in gray levels; luma of `LumaRows` is in 1/32768 of one.
    ///   - black: The level of black, in gray levels.
    package func reduce(
        slot: Int, by filter: TentFilter, into grid: inout PDQGrid, row: Int, unit: Float = 1 / 32768, black: Float = 0
    ) {
        precondition(filter.side == width && (0...1).contains(slot), "a filter of \(filter.side) for \(width)")
        let taps = filter.lastOffset
        // A tent begins at 0 or later and ends, with its padding, at most 8 columns after the last.
        unsafe sums.withUnsafeBufferPointer { sums in
            unsafe filter.weights.withUnsafeBufferPointer { weights in
                guard let sums = sums.baseAddress, let weights = weights.baseAddress else { return }
                for sample in 0..<TentFilter.samples {
                    let columns = unsafe UnsafeRawPointer(sums + slot * pitch + filter.starts[sample])
                    let tent = unsafe UnsafeRawPointer(weights + filter.offset(of: sample))
                    var partial = SIMD8<Float>()
                    for byte in stride(from: 0, to: taps * 4, by: 32) {
                        let values = unsafe columns.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self)
                        partial += unsafe values * tent.loadUnaligned(fromByteOffset: byte, as: SIMD8<Float>.self)
                    }
                    let quarters = partial.lowHalf + partial.highHalf
                    let halves = quarters.lowHalf + quarters.highHalf
                    grid.samples[64 * row + sample] = (halves[0] + halves[1]) * unit - black
                }
            }
        }
    }

    @inline(__always)
    private static func begin(
        _ sums: UnsafeMutablePointer<Float>, _ row: UnsafePointer<Float>, _ weight: Float, _ count: Int
    ) {
        for column in 0..<count { unsafe sums[column] = weight * row[column] }
    }

    @inline(__always)
    private static func extend(
        _ sums: UnsafeMutablePointer<Float>, _ row: UnsafePointer<Float>, _ weight: Float, _ count: Int
    ) {
        var column = 0
        while column + 16 <= count {
            let target = unsafe UnsafeMutableRawPointer(sums + column)
            let values = unsafe UnsafeRawPointer(row + column).loadUnaligned(as: SIMD16<Float>.self)
            let sum = unsafe target.loadUnaligned(as: SIMD16<Float>.self) + values * weight
            unsafe target.storeBytes(of: sum, as: SIMD16<Float>.self)
            column += 16
        }
        while column < count {
            unsafe sums[column] += weight * row[column]
            column += 1
        }
    }
}
