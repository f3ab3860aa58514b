import Checks
import Fingerprints
import Palettes
import Rasters

/// A picture with its colors as the pipeline finds them.
struct ColoredPicture {
    let name: String
    let raster: Raster
    let fingerprint: Fingerprint
    private let palette: [LabColor]
    private let main: [LabColor]
    private let turned: [Fingerprint]

    init(_ raster: Raster, name: String) {
        self.name = name
        self.raster = raster
        var sampler = ColorSampler()
        sampler.begin(width: raster.width, height: raster.height)
        sampler.take(rows: raster.pixels.span, count: raster.height)
        var thief = ColorThief()
        let colors = thief.colors(of: sampler)
        palette = colors.palette.colors.compactMap { LabColor(hexadecimal: $0.hexadecimal) }
        main = [colors.main].compactMap { LabColor(hexadecimal: $0.hexadecimal) }
        var hasher = PDQHasher()
        hasher.begin(width: raster.width, height: raster.height)
        let opaque = raster.onWhite
        for row in 0..<raster.height {
            hasher.take(rgba: opaque.span.extracting(row * raster.width * 4..<(row + 1) * raster.width * 4))
        }
        let pdq = hasher.finish()
        fingerprint = pdq.fingerprint
        turned = Orientation.allCases.map { pdq.fingerprint.oriented($0) }
    }

    /// Whether the other may be the same picture, in any position, or another version of it; far beyond the distance at
    /// which the program looks for copies.
    func isRelated(to other: ColoredPicture) -> Bool { turned.contains { $0.distance(to: other.fingerprint) <= 64 } }

    func paletteDistance(to other: ColoredPicture) -> Double {
        PaletteDistance.between(palette, other.palette) ?? .infinity
    }

    func mainDistance(to other: ColoredPicture) -> Double { PaletteDistance.between(main, other.main) ?? .infinity }
}

extension Raster {
    /// The pixels without transparency.
    var onWhite: [UInt8] {
        if Background.isOpaque(pixels.span) { return pixels }
        var opaque: [UInt8] = []
        Background.composite(pixels.span, into: &opaque)
        return opaque
    }
}
