public import Rasters

/// What a file's container says about its picture, read without decoding a pixel.
public struct ImageHeader: Sendable, Hashable {
    /// How the picture is coded.
    public let format: ImageFormat
    /// Pixels a row, as stored.
    public let width: Int
    /// Rows, as stored.
    public let height: Int
    /// Frames that decoding gives: 1 for a still and for an APNG, whose default image is what is read.
    public internal(set) var frames = 1
    /// Whether the container declares an animation: more than one frame, or an APNG.
    public internal(set) var isAnimated = false
    /// How often an animation is declared to play, 0 for without end; nil for a still.
    public internal(set) var loops: Int?
    /// The declared delays of all frames together; nil for a still. Zero delays stay zero.
    public internal(set) var durationMilliseconds: Int?
    /// The declared delay of each frame in milliseconds, of the first `mostDelays` of them; empty for a still.
    public internal(set) var delays: [Int32] = []
    /// How the stored rows are turned to stand upright; decoding does that.
    public internal(set) var orientation = Orientation.upright
    /// Whether a pixel can be transparent. With `.none`, every decoded alpha is 255.
    public internal(set) var alpha = AlphaKind.none
    /// Bits a sample (of the index, in a palette picture).
    public internal(set) var bitDepth = 8
    /// What the samples are.
    public internal(set) var colorModel = ColorModel.rgb
    /// Whether the coding keeps every pixel; for an animation, in every frame.
    public internal(set) var isLossless = true
    /// Whether a rough picture precedes the fine one: interlaced PNG, progressive JPEG.
    public internal(set) var isProgressive = false
    /// JPEG only: 1...100, the quality of libjpeg's scale whose luma quantization is nearest.
    public internal(set) var quality: Int?
    /// Bytes of EXIF, XMP, ICC, IPTC, comments and text.
    public internal(set) var metadataBytes = 0

    /// The bytes end before the container does (not known of a JPEG before it is decoded).
    package internal(set) var isCutShort = false
    /// A frame is to vanish again, or to be blended: a second canvas is needed.
    package internal(set) var needsSecondCanvas = false
    /// Bytes that libjpeg needs to keep coefficients from scan to scan; 0 when one scan has everything.
    package internal(set) var coefficientBytes = 0

    /// JPEG and WebP only: the planes that the pixels are most likely coded in, as stored, and the rows of luma that are
    /// coded together.
    package internal(set) var planes: PlaneLayout?
    package internal(set) var planeRows = 0

    /// PNG only: compressed bytes of all IDAT chunks, and how many chunks those are.
    package internal(set) var compressedBytes = 0
    package internal(set) var compressedChunks = 0

    /// GIF only: the frame with the most pixels, which may be larger than the canvas, and the pixels of all together.
    package internal(set) var largestFrame = FrameSize(width: 0, height: 0)
    package internal(set) var codedPixels = 0

    /// The most delays that are kept: a header is read before anything limits the number of frames.
    static let mostDelays = 1 << 16

    init(format: ImageFormat, width: Int, height: Int) {
        self.format = format
        self.width = width
        self.height = height
    }

    /// Pixels a row, upright.
    public var displayWidth: Int { orientation.swapsSides ? height : width }
    /// Rows, upright.
    public var displayHeight: Int { orientation.swapsSides ? width : height }
}

extension ImageHeader {
    /// Whether the picture can be seen through somewhere.
    public enum AlphaKind: String, Sendable, Hashable, Codable {
        /// Every pixel is opaque.
        case none
        /// A pixel may be transparent.
        case present
    }

    /// The sides of one frame.
    package struct FrameSize: Sendable, Hashable {
        package let width: Int
        package let height: Int

        var pixels: Int { width * height }
    }

    /// What the stored samples are, transparency aside.
    public enum ColorModel: String, Sendable, Hashable, Codable {
        case gray, rgb, palette, ycc, cmyk, ycck
    }
}
