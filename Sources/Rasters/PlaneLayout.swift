/// How a picture lies in planes of luma and of two color differences, each a byte a sample, as most JPEG and WebP are coded.
public struct PlaneLayout: Sendable, Hashable {
    /// Which levels of a byte are black and white.
    public enum Range: Sendable, Hashable {
        /// 0 and 255: JPEG (ITU-T T.871).
        case full
        /// 16 and 235, and 16 to 240 for color differences: WebP (ITU-R BT.601).
        case studio
    }

    /// Samples of luma a row: the width of the picture.
    public let width: Int
    /// Rows of luma: the height of the picture.
    public let height: Int
    /// Columns of the picture that share a sample of each color difference; 0 where there is only luma.
    public let across: Int
    /// Rows of the picture that share one; 0 where there is only luma.
    public let down: Int
    /// Which levels are black and white.
    public let range: Range

    /// Planes of a picture of `width` x `height` pixels.
    ///
    /// - Precondition: both are positive, and `across` and `down` are both positive or both 0.
    public init(width: Int, height: Int, across: Int, down: Int, range: Range) {
        precondition(width > 0 && height > 0, "planes of \(width)x\(height)")
        precondition(across >= 0 && down >= 0 && (across == 0) == (down == 0), "chroma shared by \(across)x\(down)")
        self.width = width
        self.height = height
        self.across = across
        self.down = down
        self.range = range
    }

    /// Whether there is color at all.
    public var hasChroma: Bool { across > 0 }
    /// Samples of each color difference a row.
    public var chromaWidth: Int { across > 0 ? (width + across - 1) / across : 0 }
    /// Rows of each color difference.
    public var chromaHeight: Int { down > 0 ? (height + down - 1) / down : 0 }

    /// The layout of the picture turned by `orientation`.
    public func oriented(_ orientation: Orientation) -> PlaneLayout {
        guard orientation.swapsSides else { return self }
        return PlaneLayout(width: height, height: width, across: down, down: across, range: range)
    }
}
