import CEncoders
import Rasters

/// How a picture becomes a file.
enum Encoding {
    /// The color types of PNG.
    enum Color { case gray, rgb, palette, rgba }

    case jpeg(isProgressive: Bool)
    case png(Color)
    case gif(frames: Int)
    case webp(isLossless: Bool)

    /// The end of a file name.
    var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .gif: "gif"
        case .webp: "webp"
        }
    }

    /// Frames in a file.
    var frames: Int {
        if case .gif(let frames) = self { return frames }
        return 1
    }

    /// The file; empty where the encoder refused.
    func file(of raster: Raster, grain: Int, seed: UInt64) -> [UInt8] {
        switch self {
        case .jpeg(let isProgressive):
            Self.jpeg(raster.grained(grain, seed: seed), isProgressive: isProgressive)
        case .png(let color): Self.png(raster.grained(grain, seed: seed), color)
        case .gif(let frames): Self.gif(raster, frames: frames, grain: grain, seed: seed)
        case .webp(let isLossless): Self.webp(raster.grained(grain, seed: seed), isLossless: isLossless)
        }
    }

    private static func jpeg(_ raster: Raster, isProgressive: Bool) -> [UInt8] {
        let samples = raster.channels([0, 1, 2])
        return unsafe samples.withUnsafeBufferPointer { samples in
            // The buffer outlives the call; the encoder does not keep it.
            var file = unsafe ce_jpeg()
            unsafe (file.width, file.height) = (UInt32(raster.width), UInt32(raster.height))
            unsafe (file.color, file.quality) = (ce_jpeg_ycc, 82)
            unsafe (file.horizontal_sampling, file.vertical_sampling) = (2, 2)
            unsafe file.is_progressive = isProgressive
            unsafe file.samples = samples.baseAddress
            return unsafe taken(ce_encode_jpeg(&file))
        }
    }

    private static func png(_ raster: Raster, _ color: Color) -> [UInt8] {
        let (rows, type): ([UInt8], Int32) =
            switch color {
            case .gray: (raster.channels([1]), 0)
            case .rgb: (raster.channels([0, 1, 2]), 2)
            case .palette: (raster.indices, 3)
            case .rgba: (raster.pixels, 6)
            }
        return unsafe rows.withUnsafeBufferPointer { rows in
            unsafe Raster.palette.withUnsafeBufferPointer { palette in
                // As above.
                var file = unsafe ce_png()
                unsafe (file.width, file.height) = (UInt32(raster.width), UInt32(raster.height))
                unsafe (file.color_type, file.bit_depth) = (type, 8)
                unsafe file.rows = rows.baseAddress
                unsafe file.row_bytes = rows.count / raster.height
                if color == .palette {
                    unsafe (file.palette, file.palette_count) = (palette.baseAddress, 256)
                }
                return unsafe taken(ce_encode_png(&file))
            }
        }
    }

    private static func webp(_ raster: Raster, isLossless: Bool) -> [UInt8] {
        unsafe raster.pixels.withUnsafeBufferPointer { pixels in
            // As above.
            var file = unsafe ce_webp()
            unsafe (file.width, file.height) = (Int32(raster.width), Int32(raster.height))
            unsafe file.rgba = pixels.baseAddress
            unsafe (file.is_lossless, file.quality, file.alpha_quality) = (isLossless, 75, 100)
            return unsafe taken(ce_encode_webp(&file))
        }
    }

    /// A slow pan over the picture.
    private static func gif(_ raster: Raster, frames: Int, grain: Int, seed: UInt64) -> [UInt8] {
        let pool = (0..<frames).flatMap { frame in
            raster.panned(by: frame * 3).grained(grain, seed: seed * 1000 + UInt64(frame)).indices
        }
        return unsafe pool.withUnsafeBufferPointer { pool in
            unsafe Raster.palette.withUnsafeBufferPointer { palette in
                let size = raster.width * raster.height
                var list: [ce_gif_frame] = unsafe []
                for index in 0..<frames {
                    var frame = unsafe ce_gif_frame()
                    unsafe (frame.width, frame.height) = (Int32(raster.width), Int32(raster.height))
                    // Each frame's indexes lie in the pool, which outlives the call.
                    unsafe frame.indices = pool.baseAddress.map { unsafe $0 + index * size }
                    unsafe (frame.disposal, frame.transparent, frame.delay, frame.has_control) = (1, -1, 8, true)
                    unsafe list.append(frame)
                }
                return unsafe list.withUnsafeBufferPointer { list in
                    var file = unsafe ce_gif()
                    unsafe (file.width, file.height) = (Int32(raster.width), Int32(raster.height))
                    unsafe (file.palette, file.palette_count) = (palette.baseAddress, 256)
                    unsafe (file.is_89a, file.frames, file.frame_count) = (true, list.baseAddress, Int32(frames))
                    return unsafe taken(ce_encode_gif(&file))
                }
            }
        }
    }

    private static func taken(_ file: ce_file) -> [UInt8] {
        defer { unsafe ce_free(file) }
        guard let start = unsafe file.bytes else { return [] }
        // The encoder says how much it allocated.
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: file.count))
    }
}
