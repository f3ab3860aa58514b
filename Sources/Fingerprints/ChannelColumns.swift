internal import Rasters

/// Weighted sums of rows of bytes, one for each channel of a column: what becomes luma only when a tent is complete. Rows
/// are of four channels, or of luma as it is.
///
/// All of a tent's weights but the last one's are 1, 2, ... window, ... 2, 1 parts of its square, and luma is linear in
/// the channels. So rows are added up in 16-bit integers, exactly, and converted once a sample instead of once a row.
struct ChannelColumns: Sendable {
    /// Parts that are added up before luma is made of them: 255 times as much fits in 16 bits, and its luma in 31.
    static let partsAtMost = 256

    private var width = 0
    /// 4, or 1 for luma.
    private var channels = 4
    /// One for each channel of a column, and zeros up to a multiple of 16.
    private var sums: [UInt16] = []
    private var parts = 0
    /// Whether luma was made of rows of this tent before.
    private var hasSpilled = false

    /// Makes room for rows of `width` pixels of 4 channels, or 1.
    mutating func prepare(width: Int, channels: Int) {
        guard width != self.width || channels != self.channels else { return }
        self.width = width
        self.channels = channels
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: (width * channels + 15) / 16 * 16))
    }

    /// A tent begins.
    mutating func begin() {
        parts = 0
        hasSpilled = false
    }

    /// Adds rows, each with so many parts, and moves on what would leave no room for the next.
    ///
    /// - Parameter pitch: Bytes from row to row.
    mutating func add(
        _ rows: Span<UInt8>, pitch: Int, parts weights: Span<UInt16>, to columns: inout TentColumns, slot: Int,
        unit: Float
    ) {
        let bytes = width * channels
        var next = 0
        while next < weights.count {
            precondition(weights[next] <= ChannelColumns.partsAtMost, "a weight of \(weights[next])")
            if parts + Int(weights[next]) > ChannelColumns.partsAtMost {
                spill(to: &columns, slot: slot, unit: unit)
            }
            let (first, isFirst) = (next, parts == 0)
            while next < weights.count, parts + Int(weights[next]) <= ChannelColumns.partsAtMost {
                parts += Int(weights[next])
                next += 1
            }
            var sums = sums.mutableSpan
            RowSums.add(
                rows.extracting(droppingFirst: first * pitch), pitch: pitch, weights: weights.extracting(first..<next),
                width: bytes, to: &sums, isFirst: isFirst)
        }
    }

    /// Makes luma of the sums, times `unit` for each part, and adds it to the slot.
    mutating func spill(to columns: inout TentColumns, slot: Int, unit: Float) {
        if channels == 1 {
            columns.add(levels: sums.span, weight: unit, isFirst: !hasSpilled, slot: slot)
        } else {
            columns.add(channels: sums.span, weight: unit, isFirst: !hasSpilled, slot: slot)
        }
        hasSpilled = true
        parts = 0
    }
}
