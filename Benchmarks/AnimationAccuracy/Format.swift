import Encoding

/// How an animation, or one frame of it, is written.
enum Format: Sendable {
    case gif(colors: Int)
    case webp(quality: Int)

    /// The file.
    func file(_ animation: Animation) throws(EncodingError) -> [UInt8] {
        switch self {
        case .gif(let colors):
            let delays = animation.delays.map { $0 / 10 }
            return try GIFFile(animation.frames, delays: delays, colors: colors, cut: .median).encoded()
        case .webp(let quality) where animation.frames.count == 1:
            return try WebPFile(quality: quality).encoded(animation.frames[0])
        case .webp(let quality):
            return try WebPAnimation(animation.frames, milliseconds: animation.delays, quality: quality).encoded()
        }
    }
}
