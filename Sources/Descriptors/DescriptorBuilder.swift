/// Makes a `Descriptor` of a picture that is handed over row by row, in one pass and without keeping its pixels.
///
/// One builder serves any number of pictures, one after the other, and allocates only when one is wider than all before.
public struct DescriptorBuilder: Sendable {
    private var luma = LumaCells()
    private var chroma = ChromaCells()
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
        luma.begin(width: width, height: height)
        chroma.begin(width: width, height: height)
        detail.begin(width: width, height: height)
    }

    /// The next row from the top, opaque: its luma as `LumaRows` makes it (0 to 8,355,840) and its RGBA bytes.
    ///
    /// - Precondition: one luma and four bytes a pixel, and not more rows than were announced.
    public mutating func take(luma lumaRow: Span<Float>, rgba: Span<UInt8>) {
        precondition(row < height, "row \(row) of a picture of \(height) rows")
        luma.take(lumaRow, row: row)
        chroma.take(rgba, row: row)
        detail.take(lumaRow)
        row += 1
    }

    /// The descriptor, after the last row.
    ///
    /// - Precondition: all rows were taken.
    public mutating func finish() -> Descriptor {
        precondition(row == height, "\(row) of \(height) rows were taken")
        return Descriptor(luma: luma.cells, cb: chroma.cb, cr: chroma.cr, detail: detail.finish())
    }
}
