import Drawings
import Encoding
import Foundation
import Rasters

/// Pictures of one coding, size and number of bits a pixel.
struct PictureKind {
    /// The beginning of their file names.
    let name: String
    let form: FileForm
    let count: Int
    let width: Int
    let height: Int
    /// Bits a pixel of real pictures of this kind: 1,050 crops of wallpapers.
    let bits: Double

    /// Every kind, in the proportions of a mixed folder.
    static let all: [PictureKind] = [
        .init("jpeg-0.5mp", .jpeg(isProgressive: false), 10, 816, 612, 1.15),
        .init("jpeg-2mp", .jpeg(isProgressive: false), 5, 1632, 1224, 1.10),
        .init("jpeg-8mp", .jpeg(isProgressive: false), 1, 3264, 2448, 1.27),
        .init("progressive-0.5mp", .jpeg(isProgressive: true), 5, 816, 612, 1.25),
        .init("progressive-2mp", .jpeg(isProgressive: true), 2, 1632, 1224, 1.16),
        .init("png-rgb", .png(.rgb), 2, 1400, 1000, 6.46),
        .init("png-rgba", .png(.rgba), 2, 1400, 1000, 3.99),
        .init("png-palette", .png(.palette), 2, 1400, 1000, 1.16),
        .init("png-gray", .png(.gray), 1, 1200, 900, 2.52),
        .init("gif", .gif(frames: 20), 4, 498, 280, 2.56),
        .init("webp-lossy", .webp(isLossless: false), 6, 1280, 960, 0.54),
        .init("webp-lossless", .webp(isLossless: true), 2, 1280, 960, 5.38),
    ]

    private init(
        _ name: String, _ form: FileForm, _ count: Int, _ width: Int, _ height: Int, _ bits: Double
    ) {
        self.name = name
        self.form = form
        self.count = count
        self.width = width
        self.height = height
        self.bits = bits
    }

    /// Writes the files; the bits a pixel that they have.
    func write(into folder: URL) throws -> Double {
        var bytes = 0
        for index in 0..<count {
            let file = try form.file(of: picture(index), grain: try grain(of: index), seed: UInt64(index))
            bytes += file.count
            let path = folder.appending(path: String(format: "%@-%03d.%@", name, index, form.ending))
            try Data(file).write(to: path)
        }
        return Double(bytes * 8) / Double(count * width * height * form.frames)
    }

    /// - Parameter part: Of the sides; a smaller drawing shows the same.
    private func picture(_ index: Int, part: Int = 1) -> Raster {
        let kinds: [Drawing.Kind] = [.photograph, .figure, .landscape, .cat, .photograph, .poster]
        return Drawing.scene(kinds[index % kinds.count], seed: UInt64(1000 + index))
            .raster(width: width / part, height: height / part)
    }

    /// The strength of grain that brings a picture, drawn at half its size for haste, nearest to the bits a pixel of
    /// real ones: drawings are smoother than what cameras and painters make.
    private func grain(of index: Int) throws(EncodingError) -> Int {
        let sample = picture(index, part: 2)
        func bits(_ grain: Int) throws(EncodingError) -> Double {
            let bytes = try form.file(of: sample, grain: grain, seed: 0).count
            return Double(bytes * 8) / Double(sample.width * sample.height * form.frames)
        }
        var (low, high) = (0, 64)
        while high - low > 1 {
            let middle = (low + high) / 2
            if try bits(middle) < self.bits { low = middle } else { high = middle }
        }
        return try abs(bits(low) - self.bits) < abs(bits(high) - self.bits) ? low : high
    }
}
