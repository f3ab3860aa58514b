import CEncoders
import Codecs
import Rasters

extension Raster {
    /// After a JPEG of this quality, with halved chroma below 90.
    func throughJPEG(_ quality: Int) throws -> Raster {
        var samples: [UInt8] = []
        samples.reserveCapacity(width * height * 3)
        for index in stride(from: 0, to: pixels.count, by: 4) { samples += pixels[index..<index + 3] }
        let bytes = try unsafe samples.withUnsafeBufferPointer { samples in
            // The buffer outlives the call; the encoder does not keep it.
            var file = unsafe ce_jpeg()
            unsafe file.width = UInt32(width)
            unsafe file.height = UInt32(height)
            unsafe file.color = ce_jpeg_ycc
            unsafe file.quality = Int32(quality)
            unsafe file.horizontal_sampling = quality < 90 ? 2 : 1
            unsafe file.vertical_sampling = quality < 90 ? 2 : 1
            unsafe file.samples = samples.baseAddress
            return try unsafe Self.taken(ce_encode_jpeg(&file))
        }
        return try Self.decoded(bytes)
    }

    /// After a WebP of this quality.
    func throughWebP(_ quality: Int) throws -> Raster {
        let bytes = try unsafe pixels.withUnsafeBufferPointer { pixels in
            // As above.
            var file = unsafe ce_webp()
            unsafe file.width = Int32(width)
            unsafe file.height = Int32(height)
            unsafe file.rgba = pixels.baseAddress
            unsafe file.quality = Float(quality)
            unsafe file.alpha_quality = 100
            return try unsafe Self.taken(ce_encode_webp(&file))
        }
        return try Self.decoded(bytes)
    }

    /// After a PNG, which changes nothing.
    func throughPNG() throws -> Raster {
        let bytes = try unsafe pixels.withUnsafeBufferPointer { pixels in
            // As above.
            var file = unsafe ce_png()
            unsafe file.width = UInt32(width)
            unsafe file.height = UInt32(height)
            unsafe file.color_type = 6
            unsafe file.bit_depth = 8
            unsafe file.rows = pixels.baseAddress
            unsafe file.row_bytes = width * 4
            return try unsafe Self.taken(ce_encode_png(&file))
        }
        return try Self.decoded(bytes)
    }

    /// After a GIF of so many colors, a power of two.
    func throughGIF(_ colors: Int) throws -> Raster {
        let reduced = ReducedColors(self, colors: colors)
        let pool = reduced.indices + reduced.palette
        let bytes = try unsafe pool.withUnsafeBufferPointer { pool in
            // As above.
            var frame = unsafe ce_gif_frame()
            unsafe frame.width = Int32(width)
            unsafe frame.height = Int32(height)
            unsafe frame.indices = pool.baseAddress
            unsafe frame.palette = pool.baseAddress.map { unsafe $0 + reduced.indices.count }
            unsafe frame.palette_count = Int32(colors)
            unsafe frame.transparent = -1
            return try unsafe withUnsafePointer(to: &frame) { frame in
                var file = unsafe ce_gif()
                unsafe file.width = Int32(width)
                unsafe file.height = Int32(height)
                unsafe file.loops = -1
                unsafe file.is_89a = true
                unsafe file.frames = frame
                unsafe file.frame_count = 1
                return try unsafe Self.taken(ce_encode_gif(&file))
            }
        }
        return try Self.decoded(bytes)
    }

    /// The first frame of a file, opaque on white.
    static func decoded(_ bytes: [UInt8]) throws -> Raster {
        let header = try ImageDecoder.header(of: bytes.span)
        var sink = RasterSink()
        var decoder = ImageDecoder()
        _ = try decoder.decode(bytes.span, header: header, options: DecodeOptions(frames: .first), into: &sink)
        guard let raster = sink.rasters.first else { throw EncodingProblem(what: "a file without a frame") }
        return raster.onWhite
    }

    private static func taken(_ file: ce_file) throws -> [UInt8] {
        defer { unsafe ce_free(file) }
        guard let start = unsafe file.bytes, unsafe file.count > 0 else { throw EncodingProblem(what: "refused") }
        // The encoder says how much it allocated, and nothing else holds the memory.
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: file.count))
    }
}
