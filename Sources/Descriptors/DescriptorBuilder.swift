public import Rasters

/// Makes a `Descriptor` of a picture that is handed over row by row, in one pass and without keeping its pixels.
///
/// One builder serves any number of pictures, one after the other, and allocates only when one is wider than all before.
public struct DescriptorBuilder: Sendable {
    private var cells = ColorCells()
    private var layers = LayeredCells()
    private var isLayered = false
    private var chromaHeight = 0
    private var chromaRow = 0
    private var detail = DetailMeter()
    private var width = 0
    private var height = 0
    private var row = 0

    /// A builder that waits for `begin`.
    public init() {}

    /// A picture of `width` x `height` pixels follows.
    ///
    /// - Precondition: both are positive.
    public mutating func begin(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        self.width = width
        self.height = height
        row = 0
        isLayered = false
        cells.begin(width: width, height: height)
        detail.begin(width: width, height: height)
    }

    /// A picture in planes follows.
    public mutating func begin(_ layout: PlaneLayout) {
        width = layout.width
        height = layout.height
        chromaHeight = layout.chromaHeight
        row = 0
        chromaRow = 0
        isLayered = true
        layers.begin(layout)
        detail.begin(width: layout.width, height: height, unit: layout.range == .full ? 1 : 255.0 / 219)
    }

    /// The next `count` rows of luma from the top, with the same number of bytes from row to row.
    ///
    /// - Precondition: a byte a pixel, and not more rows than were announced.
    public mutating func take(luma: Span<UInt8>, count: Int = 1) {
        precondition(isLayered && row + count <= height, "row \(row + count) of a picture of \(height) rows of luma")
        layers.take(luma: luma, count: count)
        let pitch = luma.count / count
        for index in 0..<count { detail.take(luma: luma.extracting(index * pitch..<index * pitch + width)) }
        row += count
    }

    /// The next `count` rows of both color differences from the top, with the same number of bytes from row to row.
    ///
    /// - Precondition: a byte a sample, and not more rows than were announced.
    public mutating func take(cb: Span<UInt8>, cr: Span<UInt8>, count: Int = 1) {
        precondition(
            isLayered && chromaRow + count <= chromaHeight, "row \(chromaRow + count) of \(chromaHeight) of chroma")
        layers.take(cb: cb, cr: cr, count: count)
        chromaRow += count
    }

    /// The next `count` rows from the top, opaque, without padding: their RGBA bytes.
    ///
    /// - Precondition: four bytes a pixel, and not more rows than were announced.
    public mutating func take(rgba: Span<UInt8>, count: Int = 1) {
        precondition(!isLayered && row + count <= height, "row \(row + count) of a picture of \(height) rows")
        cells.take(rgba, count: count)
        let pitch = rgba.count / count
        for index in 0..<count { detail.take(rgba.extracting(index * pitch..<(index + 1) * pitch)) }
        row += count
    }

    /// The descriptor, after the last row.
    ///
    /// - Precondition: all rows were taken.
    public mutating func finish() -> Descriptor {
        precondition(row == height, "\(row) of \(height) rows were taken")
        if isLayered {
            precondition(chromaRow == chromaHeight, "\(chromaRow) of \(chromaHeight) rows of chroma were taken")
            return Descriptor(luma: layers.luma, cb: layers.cb, cr: layers.cr, detail: detail.finish())
        }
        return Descriptor(luma: cells.luma, cb: cells.cb, cr: cells.cr, detail: detail.finish())
    }
}
