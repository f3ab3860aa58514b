package import Codecs
package import Rasters

extension Raster {
    /// The first frame of a file, on white.
    package static func decoded(
        _ bytes: [UInt8], limits: DecodeLimits = DecodeLimits()
    ) throws(DecodeError) -> Raster {
        let header = try ImageDecoder.header(of: bytes.span, limits: limits)
        var sink = RasterSink()
        var decoder = ImageDecoder()
        _ = try decoder.decode(
            bytes.span, header: header, options: DecodeOptions(frames: .first), limits: limits, into: &sink)
        guard let raster = sink.rasters.first else {
            throw .corrupt(header.format, offset: nil, reason: "it has no frame")
        }
        return raster.onWhite
    }
}
