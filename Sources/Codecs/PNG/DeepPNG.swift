import CCodecs

/// A PNG with all its 16 bits: what the tests hold libpng to. The pipeline itself needs no more than 8.
package struct DeepPNG {
    package let width: Int
    package let height: Int
    /// 16-bit RGBA with straight alpha, little-endian, row-major: `width * height * 8` bytes.
    package let pixels: [UInt8]

    /// Decodes the default image of a PNG, as stored.
    package init(decoding bytes: Span<UInt8>, limits: DecodeLimits = DecodeLimits()) throws(DecodeError) {
        let header = try ImageDecoder.header(of: bytes, limits: limits)
        guard header.format == .png else { throw .unsupported(header.format, reason: "only PNG has 16 bits") }
        width = header.width
        height = header.height
        let frame = width * height * 8
        var canvas = [UInt8](repeating: 0, count: frame)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(frame)
        // Both buffers stay as they are while the handle lives, which is within these closures.
        try unsafe canvas.withUnsafeMutableBufferPointer { (canvas) throws(DecodeError) in
            try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(DecodeError) in
                // An interlaced picture is put into the canvas, any other into the strip: it may be the same memory.
                var options = unsafe codec_options(
                    width: UInt32(header.width), height: UInt32(header.height), denominator: 1, maximum_frames: 1,
                    maximum_memory: 0, fill: (0, 0, 0, 0), tolerant: false, opaque: false, first_only: true, deep: true,
                    planes: false, plain: false, maximum_rows: UInt32(header.height), strip: canvas.baseAddress,
                    strip_bytes: frame, canvas: canvas.baseAddress, canvas_bytes: frame, whole: nil, whole_bytes: 0)
                let handle = try unsafe CodecHandle(.png, bytes, &options)
                while try handle.nextFrame() {
                    while let rows = try unsafe handle.nextRows() {
                        unsafe pixels.append(
                            contentsOf: UnsafeBufferPointer(start: rows.pixels, count: rows.count * header.width * 8))
                    }
                }
            }
        }
        self.pixels = pixels
    }
}
