package import Rasters

/// A picture as the services hand it out beside the original: a JPEG of a given width, smaller or enlarged.
///
/// Of an animation it shows the first frame; what is transparent becomes white.
public struct CompressedVariant: Sendable, Hashable {
    /// The width that Nekosia gives every compressed picture.
    public static let usualWidth = 1280

    /// Pixels a row.
    public let width: Int
    /// Rows: those of the upright original in proportion, rounded to the nearest.
    public let height: Int
    /// The JPEG.
    public let bytes: [UInt8]

    /// Decodes a file of any of the four formats and encodes it anew.
    ///
    /// A JPEG that is to shrink is halved while it is decoded, as often as it stays as wide as is asked for.
    ///
    /// - Parameters:
    ///   - original: the whole file.
    ///   - limits: hold for the original, and its pixels for the variant too.
    public init(
        of original: Span<UInt8>, width: Int = usualWidth, quality: Int = 85, limits: DecodeLimits = DecodeLimits(),
        decoder: inout ImageDecoder
    ) throws(EncodeError) {
        precondition((1...JPEGEncoder.maximumSide).contains(width), "a width of \(width)")
        self.width = width
        let header = try Self.sourced { () throws(DecodeError) in
            try ImageDecoder.header(of: original, limits: limits)
        }
        height = Raster.height(of: header.displayWidth, header.displayHeight, atWidth: width)
        // Known from the header, so nothing is decoded in vain.
        guard height <= JPEGEncoder.maximumSide, width * height <= limits.maximumPixels else {
            throw .tooLarge(width: width, height: height)
        }
        let raster = try Self.sourced { () throws(DecodeError) in
            try Self.first(of: original, header, width, limits, &decoder)
        }
        bytes = try JPEGEncoder.encode(raster.onWhite.resized(toWidth: width, height: height), quality: quality)
    }

    private static func sourced<Value>(_ decode: () throws(DecodeError) -> Value) throws(EncodeError) -> Value {
        do throws(DecodeError) { return try decode() } catch { throw .source(error) }
    }

    /// The first frame, at the smallest scale that is at least so wide.
    private static func first(
        of bytes: Span<UInt8>, _ header: ImageHeader, _ width: Int, _ limits: DecodeLimits,
        _ decoder: inout ImageDecoder
    ) throws(DecodeError) -> Raster {
        var options = DecodeOptions(frames: .first)
        if let divisor = [8, 4, 2].first(where: { header.displayWidth / $0 >= width }) {
            options.scale = .atLeast(side: max(min(header.width, header.height) / divisor, 1))
        }
        var sink = RasterSink()
        _ = try decoder.decode(bytes, header: header, options: options, limits: limits, into: &sink)
        guard let raster = sink.rasters.first else {
            throw .corrupt(header.format, offset: nil, reason: "it has no frame")
        }
        return raster
    }
}

extension Raster {
    /// This picture with white behind it.
    package var onWhite: Raster {
        if Background.isOpaque(pixels.span) { return self }
        var opaque: [UInt8] = []
        Background.composite(pixels.span, into: &opaque)
        return Raster(width: width, height: height, pixels: opaque)
    }
}
