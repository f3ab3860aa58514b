/// Takes decoded frames as strips of rows, in the order in which a decoder yields them.
///
/// A decoder calls `begin`, then `take` until all rows of the frame were handed over from top to bottom, then `end`;
/// and so on for every frame. Strips are small enough to stay in a processor's cache, so a sink that needs no whole
/// raster never touches main memory. A decoder that fails stops in between: `end` is then not called.
public protocol FrameSink {
    /// A frame of `width` x `height` pixels follows, the `index`th of its picture counted from 0.
    mutating func begin(frame index: Int, width: Int, height: Int)
    /// The next `count` rows, as 8-bit RGBA with straight alpha: `count * width * 4` bytes without padding.
    mutating func take(rows: Span<UInt8>, count: Int)
    /// The frame is complete.
    mutating func end()
}

/// Collects every frame as a `Raster`.
public struct RasterSink: FrameSink {
    /// The frames so far, in order.
    public private(set) var rasters: [Raster] = []
    private var width = 0
    private var height = 0
    private var pixels: [UInt8] = []

    /// An empty sink.
    public init() {}

    public mutating func begin(frame index: Int, width: Int, height: Int) {
        self.width = width
        self.height = height
        pixels = []
        pixels.reserveCapacity(width * height * 4)
    }

    public mutating func take(rows: Span<UInt8>, count: Int) {
        unsafe rows.withUnsafeBufferPointer { unsafe pixels.append(contentsOf: $0) }
    }

    public mutating func end() {
        rasters.append(Raster(width: width, height: height, pixels: pixels))
        pixels = []
    }
}
