/// Makes the PDQ fingerprint of a picture from its rows of luma, which need not exist at the same time.
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
    }

    /// The next row from the top, as `LumaRows` makes it: `width` values.
    public mutating func take(luma: Span<Float>) {
        precondition(luma.count == width, "a row of \(luma.count) values in a picture \(width) wide")
        precondition(row < height, "more rows than the \(height) that were announced")
        defer { row += 1 }
        guard hasEnoughPixels else { return }
        var sample = next
        // At most two tents overlap, for 64 steps of them are as long as the side; when the side is shorter than 64,
        // a row may be the only one of several samples.
        while sample < TentFilter.samples, down.starts[sample] <= row {
            let tap = row - down.starts[sample]
            let weight = down.weights[down.offset(of: sample) + tap]
            columns.add(luma, weight: weight, isFirst: tap == 0, slot: sample & 1)
            if row == down.lastRow(of: sample) {
                columns.reduce(slot: sample & 1, by: across, into: &grid, row: sample)
                next = sample + 1
            }
            sample += 1
        }
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
