import Calibration
import Encoding
import Rasters

extension Encoders {
    /// All formats, as the libraries write them; JPEGs from 90 up keep all of their chroma.
    static let libraries = Encoders(
        jpeg: { raster, quality in
            try JPEGFile(quality: quality, sampling: quality < 90 ? (2, 2) : (1, 1)).encoded(raster)
        },
        webp: { raster, quality in try WebPFile(quality: quality).encoded(raster) },
        gif: { raster, colors in
            let frame = GIFFile.Frame(raster, colors: colors, cut: .median)
            return try GIFFile(width: raster.width, height: raster.height, frames: [frame]).encoded()
        },
        png: { raster in try PNGFile.plain(raster).encoded() })
}
