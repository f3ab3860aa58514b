import CCodecs
import Rasters

/// What decoding one picture takes: sizes and memory, known from its header alone.
struct DecodePlan {
    /// Rows go from hand to hand in strips of about this size, which stay in a processor's second-level cache.
    private static let stripTarget = 48 << 10

    /// What the tables of most lossless WebP take.
    private static let webPTables = 512 << 10

    /// More than this is not decompressed in one go.
    private static let wholeLimit = 128 << 20

    let denominator: Int
    /// Size of a frame before it is turned.
    let width: Int
    let height: Int
    /// Bytes of the buffer that rows are decoded into; a whole frame where rows stream but have to be turned.
    let stripBytes: Int
    /// Bytes of that buffer left free at its beginning.
    ///
    /// Where rows begin at a multiple of 16 bytes, libjpeg-turbo writes them past the processor's caches, and whoever
    /// looks at them next waits for main memory. Two bytes off, no row does.
    let stripOffset: Int
    /// Rows given at once: all where they have to be turned.
    let rowsAtOnce: Int
    /// Bytes of the canvas, 0 where rows stream.
    let canvasBytes: Int
    /// Bytes of the buffer for turned rows, 0 where none are turned, and how many they are.
    let turnedBytes: Int
    let turnedRows: Int
    /// Bytes of the buffer for what is decompressed in one go, 0 where a library does it bit by bit.
    let wholeBytes: Int

    init(_ header: ImageHeader, _ options: DecodeOptions) {
        denominator = options.denominator(for: header)
        width = (header.width + denominator - 1) / denominator
        height = (header.height + denominator - 1) / denominator
        let (row, frame) = (width * 4, width * height * 4)
        let usesCanvas =
            header.format == .gif || header.format == .webp || header.format == .png && header.isProgressive
        // What vanishes from a GIF is only missed by its next frame.
        let usesSecond = header.needsSecondCanvas && (header.format != .gif || options.frames == .all)
        canvasBytes = usesCanvas ? frame * (usesSecond ? 2 : 1) : 0
        wholeBytes = options.usesLibrariesOnly ? 0 : Self.wholeBytes(for: header)
        // Rows that are unfiltered together come in eights.
        let strip = header.format == .png ? Self.rows(of: 8 * row, (height + 7) / 8) * 8 : Self.rows(of: row, height)
        let isTurned = header.orientation != .upright
        stripOffset = header.format == .jpeg ? 2 : 0
        // Rows of a lossless WebP come by the strip, unless they have to be turned: only coded pixels are in its canvas.
        let hasStrip = !usesCanvas || header.format == .webp && header.isLossless && !isTurned
        stripBytes = stripOffset + (!hasStrip ? row : isTurned ? frame : strip * row)
        rowsAtOnce = isTurned ? height : strip
        let turnedRow = header.orientation.swapsSides ? height * 4 : row
        turnedRows = isTurned ? Self.rows(of: turnedRow, header.orientation.swapsSides ? width : height) : 0
        turnedBytes = turnedRows * turnedRow
    }

    /// What decoding to planes takes: these buffers, and the same else.
    init(_ header: ImageHeader, planes: PlaneLayout, _ options: DecodeOptions) {
        denominator = 1
        (width, height) = (planes.width, planes.height)
        let isTurned = header.orientation != .upright
        let isCanvas = header.format == .webp
        canvasBytes = isCanvas ? width * height + 2 * planes.chromaWidth * planes.chromaHeight : 0
        // Whole rows of coded blocks, padded as the decoder pads them.
        let blockRows = isTurned ? (height + header.planeRows - 1) / max(header.planeRows, 1) : 1
        let rows = blockRows * header.planeRows
        let chroma = planes.hasChroma ? rows / planes.down * codec_plane_stride(UInt32(planes.chromaWidth)) : 0
        stripOffset = 0
        stripBytes = isCanvas ? 0 : rows * codec_plane_stride(UInt32(width)) + 2 * chroma
        rowsAtOnce = isTurned ? height : 1
        let turned = planes.oriented(header.orientation)
        turnedRows = isTurned ? Self.planeRowsAtOnce(turned) : 0
        turnedBytes =
            turnedRows * turned.width
            + (turned.hasChroma ? 2 * turnedRows / turned.down * turned.chromaWidth : 0)
        let whole = isCanvas ? codec_webp_planes_bytes(UInt32(width)) : codec_jpeg_whole_bytes(header.coefficientBytes)
        wholeBytes = options.usesLibrariesOnly ? 0 : whole
    }

    /// Rows of luma that are handed on at once, a multiple of those that share color: some tens of kilobytes.
    static func planeRowsAtOnce(_ layout: PlaneLayout) -> Int {
        guard layout.hasChroma else { return 16 }
        return max(16 / layout.down, 1) * layout.down
    }

    /// How many rows of so many bytes make a strip, of as many as there are.
    private static func rows(of bytes: Int, _ count: Int) -> Int { min(max(stripTarget / bytes, 1), count) }

    /// Bytes of our own buffers.
    var bufferBytes: Int { stripBytes + canvasBytes + turnedBytes + wholeBytes }

    /// A GIF needs the indexes of its largest frame. A PNG, if of up to 8 bits a sample and not interlaced, needs all of
    /// its rows with a filter before each, a row of pixels, and the compressed bytes if they do not stand together.
    /// A lossless WebP needs tables; what is more than these is allocated, within what libwebp would take.
    /// None of it for a picture that is very large, or has not the bytes to fill it: deflate makes at most 1032 of one.
    private static func wholeBytes(for header: ImageHeader) -> Int {
        if header.format == .webp && header.isLossless { return webPTables }
        if header.format == .gif {
            return header.largestFrame.pixels <= wholeLimit ? header.largestFrame.pixels + 512 : 0
        }
        if header.format == .webp { return lossyBytes(for: header) }
        guard header.format == .png, !header.isProgressive, !header.isCutShort, header.bitDepth <= 8 else { return 0 }
        let samples = header.colorModel == .rgb ? header.alpha == .present ? 4 : 3 : 1
        let inflated = header.height * (1 + (header.width * samples * header.bitDepth + 7) / 8)
        guard inflated <= wholeLimit, inflated / 1032 <= header.compressedBytes else { return 0 }
        return inflated + header.width * 4 + 256 + (header.compressedChunks > 1 ? header.compressedBytes : 0)
    }

    /// A lossy WebP needs some rows, and a plane for its alpha.
    private static func lossyBytes(for header: ImageHeader) -> Int {
        guard !header.isLossless, header.width * header.height <= wholeLimit else { return 0 }
        return codec_webp_pixels_bytes(UInt32(header.width), UInt32(header.height), header.alpha == .present)
    }

    /// Bytes that the library may need beside them; an estimate from above.
    static func libraryBytes(for header: ImageHeader) -> Int {
        let row = header.width * 4
        switch header.format {
        case .png: return (512 << 10) + 8 * row
        case .jpeg: return (384 << 10) + 64 * row + header.coefficientBytes
        case .gif: return 256 << 10
        // Lossless decoding keeps the picture once more, lossy decoding some rows and the alpha plane.
        case .webp: return (1 << 20) + header.width * header.height * (header.isLossless ? 5 : 2) + 64 * row
        }
    }
}
