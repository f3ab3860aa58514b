import Codecs
import Rasters
import Testing

/// A picture decoded in one go, for tests that look at whole frames.
struct Decoded {
    let header: ImageHeader
    let frames: [Raster]
    let outcome: DecodeOutcome

    init(
        _ bytes: [UInt8], options: DecodeOptions = DecodeOptions(), limits: DecodeLimits = DecodeLimits()
    ) throws(DecodeError) {
        header = try ImageDecoder.header(of: bytes.span, limits: limits)
        var decoder = ImageDecoder()
        var sink = RasterSink()
        outcome = try decoder.decode(bytes.span, header: header, options: options, limits: limits, into: &sink)
        frames = sink.rasters
    }

    /// The error of decoding these bytes; nil if there is none.
    static func error(
        of bytes: [UInt8], options: DecodeOptions = DecodeOptions(), limits: DecodeLimits = DecodeLimits()
    ) -> DecodeError? {
        do throws(DecodeError) {
            _ = try Decoded(bytes, options: options, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}

extension Raster {
    /// Red, green, blue, alpha.
    subscript(x: Int, y: Int) -> [UInt8] {
        let start = (y * width + x) * 4
        return Array(pixels[start..<start + 4])
    }

    /// The greatest difference between two samples; nil if the sizes differ.
    func greatestDifference(from other: Raster) -> Int? {
        guard width == other.width, height == other.height else { return nil }
        // Tests are not optimized, and most pictures are equal.
        if pixels == other.pixels { return 0 }
        return zip(pixels, other.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }

    /// Whether a sample of the pixels, a thousand or so, is opaque.
    var isOpaqueInPlaces: Bool {
        stride(from: 3, to: pixels.count, by: max(pixels.count / 4000, 1) * 4).allSatisfy { pixels[$0] == 255 }
    }

    /// Whether all that can be seen is equal.
    func looksLike(_ other: Raster) -> Bool {
        width == other.width && height == other.height && (pixels == other.pixels || visible == other.visible)
    }

    /// With every invisible pixel black: what a see-through pixel hides is not compared.
    private var visible: Raster {
        var pixels = pixels
        for start in stride(from: 0, to: pixels.count, by: 4) where pixels[start + 3] == 0 {
            for channel in 0..<3 { pixels[start + channel] = 0 }
        }
        return Raster(width: width, height: height, pixels: pixels)
    }
}
