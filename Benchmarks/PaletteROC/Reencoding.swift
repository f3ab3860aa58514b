import Drawings
import Encoding
import Rasters

/// A harmless change of a file: what a picture goes through on its way to a service.
struct Reencoding {
    enum Format { case jpeg, webp }

    let format: Format
    let quality: Int
    /// Pixels a row, also where that enlarges; `nil` to leave the size.
    var width: Int?

    /// JPEG at all qualities in use, WebP, and what Nekosia calls compressed.
    static let all: [Reencoding] =
        [95, 90, 85, 80, 70, 60, 50, 40, 30].map { Reencoding(format: .jpeg, quality: $0) }
        + [90, 75, 50].map { Reencoding(format: .webp, quality: $0) }
        + [90, 80, 60].map { Reencoding(format: .jpeg, quality: $0, width: 1280) }

    var name: String { "\(format == .jpeg ? "JPEG" : "WebP") \(quality)" + (width.map { ", \($0) wide" } ?? "") }

    /// The changed picture; `nil` if nothing can be decoded of it.
    func copy(of picture: ColoredPicture) throws(EncodingError) -> ColoredPicture? {
        var raster = picture.raster
        // A JPEG has no transparency.
        if format == .jpeg { raster = Raster(width: raster.width, height: raster.height, pixels: raster.onWhite) }
        if let width, width != raster.width {
            let height = max(1, (raster.height * width + raster.width / 2) / raster.width)
            raster = raster.edited(.resized(width: width, height: height))
        }
        let bytes =
            format == .jpeg
            ? try JPEGFile(quality: quality).encoded(raster) : try WebPFile(quality: quality).encoded(raster)
        return Gallery.raster(of: bytes).map { ColoredPicture($0, name: picture.name) }
    }
}
