import Codecs
import Rasters

/// What comes of some bytes: by the libraries alone, and by the faster ways where there are any.
struct BothWays {
    /// Everything that can be told of one decoding.
    enum Result: Equatable {
        case decoded([Raster], DecodeOutcome)
        case failed(DecodeError)
    }

    let libraries: Result
    let fastest: Result

    init(_ bytes: [UInt8], options: DecodeOptions = DecodeOptions()) {
        var plain = options
        plain.usesLibrariesOnly = true
        libraries = Self.result(of: bytes, plain)
        fastest = Self.result(of: bytes, options)
    }

    /// Whether both gave the same pixels and the same remarks, or failed with the same error.
    var agree: Bool { libraries == fastest }

    private static func result(of bytes: [UInt8], _ options: DecodeOptions) -> Result {
        do throws(DecodeError) {
            let decoded = try Decoded(bytes, options: options, limits: DecodeLimits(maximumPixels: 4_000_000))
            return .decoded(decoded.frames, decoded.outcome)
        } catch {
            return .failed(error)
        }
    }
}
