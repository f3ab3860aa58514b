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

    /// The next `count` rows from the top, opaque, without padding: `width` pixels of four bytes.
    ///
    /// All rows of a picture are taken by this, or all as luma.
    public mutating func take(rgba: Span<UInt8>, count: Int = 1) {
        precondition(rgba.count == count * width * 4, "\(rgba.count) bytes are no \(count) rows of \(width) pixels")
        take(rgba, count: count, width: width * 4) { hasher, row in
            var luma = hasher.luma.mutableSpan
            LumaRows.luma(of: row, into: &luma)
        }
    }

    /// The next `count` rows of luma from the top, with the same number of bytes from row to row: `width` of them count.
    public mutating func take(levels: Span<UInt8>, count: Int = 1) {
        precondition(levels.count >= count * width, "\(levels.count) bytes are no \(count) rows of \(width) levels")
        take(levels, count: count, width: width) { hasher, row in
            var luma = hasher.luma.mutableSpan
            for index in luma.indices { luma[index] = Float(row[index]) }
        }
    }

    /// Takes rows of so many bytes, those of one sample together; where its tent has no parts, as the luma that `makeLuma`
    /// writes.
    @inline(__always)
    private mutating func take(
        _ rows: Span<UInt8>, count: Int, width: Int, makeLuma: (inout PDQHasher, Span<UInt8>) -> Void
    ) {
        precondition(row + count <= height, "more rows than the \(height) that were announced")
        let pitch = rows.count / count
        var index = 0
        while index < count {
            let together = min(rowsOfOneSample, count - index)
            if together > 0 {
                addParts(rows.extracting(droppingFirst: index * pitch), pitch: pitch, count: together, sample: next)
                row += together
                index += together
                if row > down.lastRow(of: next) { end(next) }
            } else {
                take(rows.extracting(index * pitch..<index * pitch + width), makeLuma: makeLuma)
                index += 1
            }
        }
    }

    /// How many rows from this one on belong to the next sample alone, in parts.
    private var rowsOfOneSample: Int {
        guard hasEnoughPixels, next < TentFilter.samples - 1, down.hasParts(next), down.starts[next] <= row else {
            return 0
        }
        return min(down.lastRow(of: next) + 1, down.starts[next + 1]) - row
    }

    /// Takes a row in parts; where a tent has none, as the luma that `makeLuma` writes.
    @inline(__always)
    private mutating func take(_ row: Span<UInt8>, makeLuma: (inout PDQHasher, Span<UInt8>) -> Void) {
        var hasLuma = false
        takeRow { hasher, sample, tap in
            if hasher.down.hasParts(sample) {
                hasher.addParts(row, pitch: row.count, count: 1, sample: sample)
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
            if row == down.lastRow(of: sample) { end(sample) }
            sample += 1
        }
    }

    /// Makes a row of the grid of a sample that has all of its rows.
    private mutating func end(_ sample: Int) {
        columns.reduce(slot: sample & 1, by: across, into: &grid, row: sample, unit: unit, black: black)
        next = sample + 1
    }

    private mutating func add(_ luma: Span<Float>, sample: Int, tap: Int) {
        let weight = down.weights[down.offset(of: sample) + tap]
        columns.add(luma, weight: weight, isFirst: tap == 0, slot: sample & 1)
    }

    private mutating func addParts(_ rows: Span<UInt8>, pitch: Int, count: Int, sample: Int) {
        let (slot, tap) = (sample & 1, row - down.starts[sample])
        if tap == 0 { channels[slot].begin() }
        // Held by a name of its own: see `take`.
        let parts = down.parts
        channels[slot].add(
            rows, pitch: pitch, parts: parts.span.extracting(tap..<tap + count), to: &columns, slot: slot,
            unit: down.part)
        if row + count > down.lastRow(of: sample) { channels[slot].spill(to: &columns, slot: slot, unit: down.part) }
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
