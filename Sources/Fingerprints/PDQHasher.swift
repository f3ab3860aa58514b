public import Rasters

/// Makes the PDQ fingerprint of a picture from its rows, which need not exist at the same time.
///
/// The picture is not shrunk before: the tents of PDQ's filter are applied to its full geometry, down the columns as
/// rows arrive and across when the last row of a sample was seen. Sums run in a fixed order of `Float` operations, so
/// a picture has one fingerprint on every machine. One hasher serves any number of pictures, one after the other.
///
/// A picture with a side under 5 pixels gets no bits and a quality of 0, as in the reference implementation.
public struct PDQHasher: Sendable {
    private static let minimumSide = 5

    private var width = 0
    private var height = 0
    private var row = 0
    /// What sums of luma are multiplied by to be in gray levels, and what black then is.
    private var unit: Float = 1
    private var black: Float = 0
    /// The first sample whose rows are not complete.
    private var next = 0
    private var across = TentFilter()
    private var down = TentFilter()
    private var columns = TentColumns()
    /// Rows of bytes on their way into the two slots of `columns`.
    private var channels = [ChannelColumns](repeating: ChannelColumns(), count: 2)
    /// The luma of a row that goes straight into them.
    private var luma: [Float] = []
    private var grid = PDQGrid()
    private var transform = PDQTransform()

    /// A hasher that has seen no picture.
    public init() {}

    /// Rows of a picture of `width` x `height` pixels follow.
    public mutating func begin(width: Int, height: Int) {
        begin(width: width, height: height, channels: 4)
        // Luma is in 1/32768 of a gray level.
        (unit, black) = (1 / 32768, 0)
    }

    /// Rows of luma follow, as a file codes it.
    public mutating func begin(_ layout: PlaneLayout) {
        begin(width: layout.width, height: layout.height, channels: 1)
        switch layout.range {
        case .full: (unit, black) = (1, 0)
        case .studio: (unit, black) = (255.0 / 219, 16 * (255.0 / 219))
        }
    }

    private mutating func begin(width: Int, height: Int, channels: Int) {
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        self.width = width
        self.height = height
        row = 0
        next = 0
        guard hasEnoughPixels else { return }
        across.prepare(side: width)
        down.prepare(side: height)
        columns.prepare(width: width, taps: across.taps)
        for slot in 0...1 { self.channels[slot].prepare(width: width, channels: channels) }
        if luma.count != width { luma = [Float](repeating: 0, count: width) }
    }

    /// The next row from the top, opaque: `width` pixels of four bytes.
    ///
    /// All rows of a picture are taken by this, or all as luma.
    public mutating func take(rgba: Span<UInt8>) {
        precondition(rgba.count == width * 4, "\(rgba.count) bytes are no row of \(width) pixels")
        take(rgba) { hasher, row in
            var luma = hasher.luma.mutableSpan
            LumaRows.luma(of: row, into: &luma)
        }
    }

    /// The next row of luma from the top: `width` bytes.
    public mutating func take(levels: Span<UInt8>) {
        precondition(levels.count == width, "\(levels.count) bytes are no row of \(width) levels")
        take(levels) { hasher, row in
            var luma = hasher.luma.mutableSpan
            for index in luma.indices { luma[index] = Float(row[index]) }
        }
    }

    /// Takes a row in parts; where a tent has none, as the luma that `makeLuma` writes.
    @inline(__always)
    private mutating func take(_ row: Span<UInt8>, makeLuma: (inout PDQHasher, Span<UInt8>) -> Void) {
        var hasLuma = false
        takeRow { hasher, sample, tap in
            if hasher.down.hasParts(sample) {
                hasher.addParts(row, sample: sample, tap: tap)
            } else {
                if !hasLuma { makeLuma(&hasher, row) }
                hasLuma = true
                // Held by a name of its own, for a span of one property would keep the others from being changed.
                let luma = hasher.luma
                hasher.add(luma.span, sample: sample, tap: tap)
            }
        }
    }

    /// The next row from the top, as `LumaRows` makes it: `width` values.
    public mutating func take(luma: Span<Float>) {
        precondition(luma.count == width, "a row of \(luma.count) values in a picture \(width) wide")
        takeRow { hasher, sample, tap in
            hasher.add(luma, sample: sample, tap: tap)
        }
    }

    /// Adds a row to each sample that it is part of, at its place in the sample's tent, and finishes those that it ends.
    @inline(__always)
    private mutating func takeRow(_ add: (inout PDQHasher, _ sample: Int, _ tap: Int) -> Void) {
        precondition(row < height, "more rows than the \(height) that were announced")
        defer { row += 1 }
        guard hasEnoughPixels else { return }
        var sample = next
        // At most two tents overlap, for 64 steps of them are as long as the side; when the side is shorter than 64,
        // a row may be the only one of several samples.
        while sample < TentFilter.samples, down.starts[sample] <= row {
            add(&self, sample, row - down.starts[sample])
            if row == down.lastRow(of: sample) {
                columns.reduce(
                    slot: sample & 1, by: across, into: &grid, row: sample, unit: unit, black: black)
                next = sample + 1
            }
            sample += 1
        }
    }

    private mutating func add(_ luma: Span<Float>, sample: Int, tap: Int) {
        let weight = down.weights[down.offset(of: sample) + tap]
        columns.add(luma, weight: weight, isFirst: tap == 0, slot: sample & 1)
    }

    private mutating func addParts(_ bytes: Span<UInt8>, sample: Int, tap: Int) {
        let (slot, part) = (sample & 1, down.part)
        if tap == 0 { channels[slot].begin() }
        channels[slot].add(bytes, weight: down.parts(of: tap), to: &columns, slot: slot, unit: part)
        if row == down.lastRow(of: sample) { channels[slot].spill(to: &columns, slot: slot, unit: part) }
    }

    /// The fingerprint, after the last row.
    public mutating func finish() -> PDQ {
        precondition(row == height && height > 0, "\(row) rows of \(height) were taken")
        guard hasEnoughPixels else { return PDQ() }
        var coefficients = [SIMD16<Float>](repeating: SIMD16(), count: 16)
        transform.transform(grid, into: &coefficients)
        return PDQ(coefficients: coefficients, quality: grid.quality)
    }

    private var hasEnoughPixels: Bool { min(width, height) >= PDQHasher.minimumSide }
}
