import CEncoders
import Drawings
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

    /// The changed picture; `nil` if the encoder refused it.
    func copy(of picture: ColoredPicture) -> ColoredPicture? {
        var raster = picture.raster
        // A JPEG has no transparency.
        if format == .jpeg { raster = Raster(width: raster.width, height: raster.height, pixels: raster.onWhite) }
        if let width, width != raster.width {
            let height = max(1, (raster.height * width + raster.width / 2) / raster.width)
            raster = raster.edited(.resized(width: width, height: height))
        }
        let bytes = format == .jpeg ? jpeg(raster) : webp(raster)
        return Gallery.raster(of: bytes).map { ColoredPicture($0, name: picture.name) }
    }

    private func jpeg(_ raster: Raster) -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(raster.width * raster.height * 3)
        for (index, sample) in raster.pixels.enumerated() where index % 4 < 3 { samples.append(sample) }
        return unsafe samples.withUnsafeBufferPointer { samples in
            // The buffer outlives the call; the encoder does not keep it.
            var file = unsafe ce_jpeg()
            unsafe file.width = UInt32(raster.width)
            unsafe file.height = UInt32(raster.height)
            unsafe file.color = ce_jpeg_ycc
            unsafe file.quality = Int32(quality)
            unsafe file.horizontal_sampling = 2
            unsafe file.vertical_sampling = 2
            unsafe file.samples = samples.baseAddress
            return unsafe taken(ce_encode_jpeg(&file))
        }
    }

    private func webp(_ raster: Raster) -> [UInt8] {
        unsafe raster.pixels.withUnsafeBufferPointer { pixels in
            // As above.
            var file = unsafe ce_webp()
            unsafe file.width = Int32(raster.width)
            unsafe file.height = Int32(raster.height)
            unsafe file.rgba = pixels.baseAddress
            unsafe file.quality = Float(quality)
            unsafe file.alpha_quality = 100
            return unsafe taken(ce_encode_webp(&file))
        }
    }

    /// The encoder's bytes, which are given back to it.
    private func taken(_ file: ce_file) -> [UInt8] {
        defer { unsafe ce_free(file) }
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
