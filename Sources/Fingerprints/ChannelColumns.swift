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

    /// Adds `weight` parts of a row, and before that moves on what would leave no room for it.
    mutating func add(_ row: Span<UInt8>, weight: Int, to columns: inout TentColumns, slot: Int, unit: Float) {
        precondition(row.count == width * channels, "\(row.count) bytes for \(width) columns of \(channels)")
        precondition(weight <= ChannelColumns.partsAtMost, "a weight of \(weight)")
        if parts + weight > ChannelColumns.partsAtMost { spill(to: &columns, slot: slot, unit: unit) }
        let (isFirst, factor) = (parts == 0, UInt16(weight))
        parts += weight
        var sums = sums.mutableSpan
        if isFirst {
            RowSums.set(row, times: factor, to: &sums)
        } else {
            RowSums.add(row, times: factor, to: &sums)
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
