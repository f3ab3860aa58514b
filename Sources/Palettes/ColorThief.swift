public import Rasters

/// The main color and the palette of a picture, exactly as color-thief 3.3 finds them, save for which pixels are
/// looked at in large pictures (`ColorSampler`).
///
/// Pixels with an alpha below 125 are left out, and white ones (above 250 in all channels); if nothing remains, white
/// ones are kept, and if nothing remains even then, all are. So every picture has a palette. Few colors are returned as
/// they are, more are brought together by a median cut of the space.
///
/// Colors follow from integers, and these from arithmetic that is the same on every machine. One color thief serves any
/// number of pictures, one after the other.
public struct ColorThief: Sendable {
    /// How manifests name the method with its defaults: OKLCH, 14 colors, and the strides of `ColorSampler`.
    public static let method = "color-thief-oklch/1"

    /// The main color is the first of a separate palette of this size.
    private static let mainCount = 5

    /// The samples that are used, then leftovers of earlier pictures.
    private var kept: [UInt32] = []
    private var keptCount = 0
    /// The cells of the samples that are used, then leftovers.
    private var cells: [UInt16] = []
    private var distinct = DistinctPoints()
    private var histogram = CellHistogram()
    private var cut = MedianCut()
    private var converter = OKLCHCells()

    /// A color thief that has seen no picture.
    public init() {}

    /// The main color and the palette of what `sampler` has seen.
    public mutating func colors(
        of sampler: ColorSampler, count: Int = 14, in space: PaletteSpace = .oklch
    ) -> PictureColors {
        prepare(sampler, count: max(count, ColorThief.mainCount), in: space)
        // The larger one goes on where the smaller one ends.
        let small = quantized(count: min(count, ColorThief.mainCount), in: space)
        let large = quantized(count: max(count, ColorThief.mainCount), in: space)
        let (main, palette) = count < ColorThief.mainCount ? (large, small) : (small, large)
        return PictureColors(main: main.colors[0], palette: palette)
    }

    /// The palette of what `sampler` has seen: `count` colors, or fewer if there are fewer.
    public mutating func palette(
        of sampler: ColorSampler, count: Int = 14, in space: PaletteSpace = .oklch
    ) -> Palette {
        prepare(sampler, count: count, in: space)
        return quantized(count: count, in: space)
    }

    /// The main color of what `sampler` has seen.
    public mutating func mainColor(of sampler: ColorSampler, in space: PaletteSpace = .oklch) -> RGB8 {
        prepare(sampler, count: ColorThief.mainCount, in: space)
        return quantized(count: ColorThief.mainCount, in: space).colors[0]
    }

    /// Brings the samples to where palettes of up to `count` colors can be made from them.
    private mutating func prepare(_ sampler: ColorSampler, count: Int, in space: PaletteSpace) {
        precondition((2...20).contains(count), "a palette of \(count) colors; the library makes 2 to 20")
        keepUsable(sampler.samples)
        distinct.collect(kept[..<keptCount], limit: count, in: space)
        guard distinct.isMoreThan(ColorThief.mainCount) || distinct.isMoreThan(count) else { return }
        if cells.count < keptCount { cells = [UInt16](repeating: 0, count: kept.count) }
        switch space {
        case .oklch:
            converter.convert(kept, count: keptCount, into: &cells)
        case .rgb:
            for index in 0..<keptCount { cells[index] = LatticePoint(RGB8(sample: kept[index]), in: .rgb).cell }
        }
        histogram.tally(cells, count: keptCount)
        cut.begin(histogram)
    }

    private mutating func quantized(count: Int, in space: PaletteSpace) -> Palette {
        guard distinct.isMoreThan(count) else {
            return Palette(colors: distinct.points.map { $0.color(in: space) }, populations: distinct.populations)
        }
        let (points, populations) = cut.points(count: count)
        return Palette(colors: points.map { $0.color(in: space) }, populations: populations)
    }

    /// Keeps what is neither transparent nor white; if there is nothing, less is left out.
    private mutating func keepUsable(_ samples: [UInt32]) {
        precondition(!samples.isEmpty, "colors of a picture without rows")
        if kept.count < samples.count { kept = [UInt32](repeating: 0, count: samples.count) }
        keep(samples) { ColorThief.isOpaque($0) && !ColorThief.isWhite($0) }
        if keptCount == 0 { keep(samples) { ColorThief.isOpaque($0) } }
        if keptCount == 0 { keep(samples) { _ in true } }
    }

    @inline(__always)
    private mutating func keep(_ samples: [UInt32], where isKept: (UInt32) -> Bool) {
        var target = kept.mutableSpan
        var count = 0
        for sample in samples {
            // Written in any case: a branch here would be guessed wrong in every white background.
            target[count] = sample
            count += isKept(sample) ? 1 : 0
        }
        keptCount = count
    }

    @inline(__always)
    private static func isOpaque(_ sample: UInt32) -> Bool { sample >> 24 >= 125 }

    @inline(__always)
    private static func isWhite(_ sample: UInt32) -> Bool {
        sample & 255 > 250 && sample >> 8 & 255 > 250 && sample >> 16 & 255 > 250
    }
}
