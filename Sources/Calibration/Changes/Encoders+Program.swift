internal import Codecs

extension Encoders {
    /// What the program writes itself: baseline JPEGs with halved chroma, as those that it serves.
    package static let program = Encoders(jpeg: { raster, quality in
        try JPEGEncoder.encode(raster, quality: quality)
    })
}
