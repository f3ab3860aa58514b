/// Makes a `Descriptor` of a picture that is handed over row by row, in one pass and without keeping its pixels.
///
/// One builder serves any number of pictures, one after the other, and allocates only when one is wider than all before.
public struct DescriptorBuilder: Sendable {
    private var cells = ColorCells()
    private var detail = DetailMeter()
    private var height = 0
    private var row = 0

    /// A builder that waits for `begin`.
    public init() {}

    /// A picture of `width` x `height` pixels follows.
    ///
    /// - Precondition: both are positive.
    public mutating func begin(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        self.height = height
        row = 0
        cells.begin(width: width, height: height)
        detail.begin(width: width, height: height)
    }

    /// The next row from the top, opaque: its RGBA bytes.
    ///
    /// - Precondition: four bytes a pixel, and not more rows than were announced.
    public mutating func take(rgba: Span<UInt8>) {
        precondition(row < height, "row \(row) of a picture of \(height) rows")
        cells.take(rgba, row: row)
        detail.take(rgba)
        row += 1
    }

    /// The descriptor, after the last row.
    ///
    /// - Precondition: all rows were taken.
    public mutating func finish() -> Descriptor {
        precondition(row == height, "\(row) of \(height) rows were taken")
        return Descriptor(luma: cells.luma, cb: cells.cb, cr: cells.cr, detail: detail.finish())
    }
}
