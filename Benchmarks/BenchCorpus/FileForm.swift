import Encoding
import Rasters

/// How a picture becomes a file.
enum FileForm {
    /// The color types of PNG.
    enum Color { case gray, rgb, palette, rgba }

    case jpeg(isProgressive: Bool)
    case png(Color)
    case gif(frames: Int)
    case webp(isLossless: Bool)

    /// The end of a file name.
    var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .gif: "gif"
        case .webp: "webp"
        }
    }

    /// Frames in a file.
    var frames: Int {
        if case .gif(let frames) = self { return frames }
        return 1
    }

    /// The file.
    func file(of raster: Raster, grain: Int, seed: UInt64) throws(EncodingError) -> [UInt8] {
        switch self {
        case .jpeg(let isProgressive):
            try JPEGFile(quality: 82, isProgressive: isProgressive).encoded(raster.grained(grain, seed: seed))
        case .png(let color): try Self.png(raster.grained(grain, seed: seed), color).encoded()
        case .gif(let frames): try Self.gif(raster, frames: frames, grain: grain, seed: seed).encoded()
        case .webp(let isLossless):
            try WebPFile(quality: 75, isLossless: isLossless).encoded(raster.grained(grain, seed: seed))
        }
    }

    private static func png(_ raster: Raster, _ color: Color) -> PNGFile {
        let (samples, type): ([UInt8], PNGFile.Color) =
            switch color {
            case .gray: (raster.channels([1]), .gray)
            case .rgb: (raster.channels([0, 1, 2]), .rgb)
            case .palette: (raster.indices, .palette)
            case .rgba: (raster.pixels, .rgba)
            }
        return PNGFile(
            width: raster.width, height: raster.height, color: type, samples: samples.map(UInt16.init),
            palette: color == .palette ? Raster.palette : [])
    }

    /// A slow pan over the picture.
    private static func gif(_ raster: Raster, frames: Int, grain: Int, seed: UInt64) -> GIFFile {
        let pan = (0..<frames).map { place in
            let indices = raster.panned(by: place * 3).grained(grain, seed: seed * 1000 + UInt64(place)).indices
            var frame = GIFFile.Frame(raster.width, raster.height, indices)
            (frame.disposal, frame.delay) = (1, 8)
            return frame
        }
        return GIFFile(width: raster.width, height: raster.height, palette: Raster.palette, frames: pan)
    }
}
