/// Weighted sums of rows of bytes, one for each channel of a column: what becomes luma only when a tent is complete.
///
/// All of a tent's weights but the last one's are 1, 2, ... window, ... 2, 1 parts of its square, and luma is linear in
/// the channels. So rows are added up in 16-bit integers, exactly, and converted once a sample instead of once a row.
struct ChannelColumns: Sendable {
    /// Parts that are added up before luma is made of them: 255 times as much fits in 16 bits, and its luma in 31.
    static let partsAtMost = 256

    private var width = 0
    /// Four a column, and zeros up to a multiple of 16.
    private var sums: [UInt16] = []
    private var parts = 0
    /// Whether luma was made of rows of this tent before.
    private var hasSpilled = false

    /// Makes room for rows of `width` pixels.
    mutating func prepare(width: Int) {
        guard width != self.width else { return }
        self.width = width
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: (width + 3) / 4 * 16))
    }

    /// A tent begins.
    mutating func begin() {
        parts = 0
        hasSpilled = false
    }

    /// Adds `weight` parts of a row, and before that moves on what would leave no room for it.
    mutating func add(_ rgba: Span<UInt8>, weight: Int, to columns: inout TentColumns, slot: Int, unit: Float) {
        precondition(rgba.count == width * 4 && sums.count >= width * 4, "\(rgba.count) bytes for \(width) columns")
        precondition(weight <= ChannelColumns.partsAtMost, "a weight of \(weight)")
        if parts + weight > ChannelColumns.partsAtMost { spill(to: &columns, slot: slot, unit: unit) }
        let (isFirst, factor, count) = (parts == 0, UInt16(weight), rgba.count)
        parts += weight
        var sums = sums.mutableSpan
        // Both have `count` elements at least, as was checked; a check for each would keep the loops from being vectorized.
        if isFirst {
            for index in 0..<count { unsafe sums[unchecked: index] = UInt16(rgba[unchecked: index]) &* factor }
        } else {
            for index in 0..<count { unsafe sums[unchecked: index] &+= UInt16(rgba[unchecked: index]) &* factor }
        }
    }

    /// Makes luma of the sums, times `unit` for each part, and adds it to the slot.
    mutating func spill(to columns: inout TentColumns, slot: Int, unit: Float) {
        columns.add(channels: sums.span, weight: unit, isFirst: !hasSpilled, slot: slot)
        hasSpilled = true
        parts = 0
    }
}
