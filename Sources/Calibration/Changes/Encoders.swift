package import Rasters

/// The ways to write a picture that changes may use: what the program has, or what a benchmark brings.
package struct Encoders: Sendable {
    /// A JPEG of a quality from 1 to 100.
    package var jpeg: @Sendable (Raster, _ quality: Int) throws -> [UInt8]
    /// A WebP of a quality from 1 to 100.
    package var webp: (@Sendable (Raster, _ quality: Int) throws -> [UInt8])?
    /// A GIF of so many colors.
    package var gif: (@Sendable (Raster, _ colors: Int) throws -> [UInt8])?
    /// A PNG.
    package var png: (@Sendable (Raster) throws -> [UInt8])?

    /// These ways; changes that need another are left out.
    package init(
        jpeg: @escaping @Sendable (Raster, Int) throws -> [UInt8],
        webp: (@Sendable (Raster, Int) throws -> [UInt8])? = nil,
        gif: (@Sendable (Raster, Int) throws -> [UInt8])? = nil,
        png: (@Sendable (Raster) throws -> [UInt8])? = nil
    ) {
        self.jpeg = jpeg
        self.webp = webp
        self.gif = gif
        self.png = png
    }

    /// What is left of a picture in a JPEG.
    package func throughJPEG(_ raster: Raster, _ quality: Int) throws -> Raster {
        try Raster.decoded(jpeg(raster, quality))
    }
}
