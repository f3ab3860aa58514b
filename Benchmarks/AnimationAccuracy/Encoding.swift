import CEncoders
import Rasters

/// How an animation, or one frame of it, is written.
enum Encoding: Sendable {
    case gif(colors: Int)
    case webp(quality: Int)

    /// The file; empty where the encoder refused.
    func file(_ animation: Animation) -> [UInt8] {
        switch self {
        case .gif(let colors): Self.gif(animation, colors: colors)
        case .webp(let quality) where animation.frames.count == 1:
            Self.webp(animation.frames[0], quality: quality)
        case .webp(let quality): Self.webp(animation, quality: quality)
        }
    }

    private static func gif(_ animation: Animation, colors: Int) -> [UInt8] {
        let palette = Palette(of: animation.frames, colors: colors)
        let pool = animation.frames.flatMap { palette.indices(of: $0) }
        let (width, height) = (animation.frames[0].width, animation.frames[0].height)
        // Both buffers outlive the call, which copies what it needs.
        let result = unsafe pool.withUnsafeBufferPointer { pool in
            unsafe palette.bytes.withUnsafeBufferPointer { colors in
                var frames: [ce_gif_frame] = unsafe []
                for (index, delay) in animation.delays.enumerated() {
                    var frame = unsafe ce_gif_frame()
                    unsafe frame.width = Int32(width)
                    unsafe frame.height = Int32(height)
                    unsafe frame.indices = pool.baseAddress.map { unsafe $0 + index * width * height }
                    unsafe frame.disposal = 1
                    unsafe frame.transparent = -1
                    unsafe frame.delay = Int32(delay / 10)
                    unsafe frame.has_control = true
                    unsafe frames.append(frame)
                }
                return unsafe frames.withUnsafeBufferPointer { frames in
                    var gif = unsafe ce_gif()
                    unsafe gif.width = Int32(width)
                    unsafe gif.height = Int32(height)
                    unsafe gif.palette = colors.baseAddress
                    unsafe gif.palette_count = Int32(colors.count / 3)
                    unsafe gif.is_89a = true
                    unsafe gif.frames = frames.baseAddress
                    unsafe gif.frame_count = Int32(frames.count)
                    return unsafe ce_encode_gif(&gif)
                }
            }
        }
        return unsafe taken(result)
    }

    private static func webp(_ raster: Raster, quality: Int) -> [UInt8] {
        let result = unsafe raster.pixels.withUnsafeBufferPointer { pixels in
            var file = unsafe ce_webp()
            unsafe file.width = Int32(raster.width)
            unsafe file.height = Int32(raster.height)
            unsafe file.rgba = pixels.baseAddress
            unsafe file.quality = Float(quality)
            unsafe file.alpha_quality = 100
            return unsafe ce_encode_webp(&file)
        }
        return unsafe taken(result)
    }

    private static func webp(_ animation: Animation, quality: Int) -> [UInt8] {
        let files = animation.frames.map { webp($0, quality: quality) }
        let pool = files.flatMap { $0 }
        let (width, height) = (animation.frames[0].width, animation.frames[0].height)
        let result = unsafe pool.withUnsafeBufferPointer { pool in
            var start = 0
            var frames: [ce_webp_frame] = unsafe []
            for (file, delay) in zip(files, animation.delays) {
                var frame = unsafe ce_webp_frame()
                unsafe frame.bytes = pool.baseAddress.map { unsafe $0 + start }
                unsafe frame.count = file.count
                unsafe frame.milliseconds = Int32(delay)
                unsafe frames.append(frame)
                start += file.count
            }
            return unsafe frames.withUnsafeBufferPointer { frames in
                unsafe ce_join_webp(frames.baseAddress, Int32(frames.count), Int32(width), Int32(height), 0)
            }
        }
        return unsafe taken(result)
    }

    private static func taken(_ file: ce_file) -> [UInt8] {
        defer { unsafe ce_free(file) }
        guard let start = unsafe file.bytes else { return [] }
        // The encoder says how much it allocated.
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: file.count))
    }
}
