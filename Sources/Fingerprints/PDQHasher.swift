internal import Rasters

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
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        self.width = width
        self.height = height
        row = 0
        next = 0
        guard hasEnoughPixels else { return }
        across.prepare(side: width)
        down.prepare(side: height)
        columns.prepare(width: width, taps: across.taps)
        for slot in 0...1 { channels[slot].prepare(width: width) }
        if luma.count != width { luma = [Float](repeating: 0, count: width) }
    }

    /// The next row from the top, opaque: `width` pixels of four bytes.
    ///
    /// All rows of a picture are taken by this, or all as luma.
    public mutating func take(rgba: Span<UInt8>) {
        precondition(rgba.count == width * 4, "\(rgba.count) bytes are no row of \(width) pixels")
        var hasLuma = false
        takeRow { hasher, sample, tap in
            if hasher.down.hasParts(sample) {
                hasher.addParts(rgba, sample: sample, tap: tap)
            } else {
                if !hasLuma { hasher.makeLuma(of: rgba) }
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
                columns.reduce(slot: sample & 1, by: across, into: &grid, row: sample)
                next = sample + 1
            }
            sample += 1
        }
    }

    private mutating func add(_ luma: Span<Float>, sample: Int, tap: Int) {
        let weight = down.weights[down.offset(of: sample) + tap]
        columns.add(luma, weight: weight, isFirst: tap == 0, slot: sample & 1)
    }

    private mutating func addParts(_ rgba: Span<UInt8>, sample: Int, tap: Int) {
        let (slot, part) = (sample & 1, down.part)
        if tap == 0 { channels[slot].begin() }
        channels[slot].add(rgba, weight: down.parts(of: tap), to: &columns, slot: slot, unit: part)
        if row == down.lastRow(of: sample) { channels[slot].spill(to: &columns, slot: slot, unit: part) }
    }

    private mutating func makeLuma(of rgba: Span<UInt8>) {
        var luma = self.luma.mutableSpan
        LumaRows.luma(of: rgba, into: &luma)
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
