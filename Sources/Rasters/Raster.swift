/// The pixels of one picture or one frame: 8-bit RGBA with straight alpha, row-major from the top-left, no padding.
public struct Raster: Sendable, Hashable {
    /// Pixels a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `width * height * 4` bytes: red, green, blue, alpha.
    public internal(set) var pixels: [UInt8]

    /// Takes `pixels` as they are.
    ///
    /// - Precondition: both sides are positive and `pixels` holds four bytes for each pixel.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0, "a raster of \(width)x\(height) has no pixels")
        precondition(
            pixels.count == width * height * 4, "\(pixels.count) bytes are not \(width)x\(height) RGBA pixels")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
