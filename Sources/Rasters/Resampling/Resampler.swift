/// One picture on its way to another size: rows are made narrower or wider first, then mixed.
struct Resampler {
    /// Four channels; colors multiplied by alpha where the picture is not opaque.
    ///
    /// Whole numbers below 2^53, hence exact: at most 255^2 times both axes' totals, which is 2^53 only for a picture
    /// of 10^11 pixels. Processors multiply them four times as fast as integers of 64 bits.
    private typealias Sums = SIMD4<Double>

    private let picture: Raster
    private let isOpaque: Bool
    private let across: ResampleAxis
    private let down: ResampleAxis
    private let width: Int
    private let height: Int
    /// The latest four rows in their new width, a row of the picture at its number modulo 4: no new row that grows
    /// needs more, and one that shrinks needs each of its rows once.
    private var rows: [Sums]
    private var held = [-1, -1, -1, -1]

    init(_ picture: Raster, width: Int, height: Int) {
        self.picture = picture
        self.width = width
        self.height = height
        isOpaque = Background.isOpaque(picture.pixels.span)
        across = ResampleAxis(from: picture.width, to: width)
        down = ResampleAxis(from: picture.height, to: height)
        rows = [Sums](repeating: .zero, count: 4 * width)
    }

    /// The pixels of the new picture.
    mutating func run() -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        var span = pixels.mutableSpan
        var sums = [Sums](repeating: .zero, count: width)
        for y in 0..<height {
            let taps = down.offsets[y]..<down.offsets[y + 1]
            for x in sums.indices { sums[x] = .zero }
            for tap in taps {
                let first = hold(row: down.starts[y] + tap - taps.lowerBound)
                let weight = Sums(repeating: down.weights[tap])
                for x in sums.indices { sums[x] += rows[first + x] * weight }
            }
            write(sums, to: &span, row: y)
        }
        return pixels
    }

    /// Makes this row of the picture as wide as the new one, unless it is at hand; returns where it begins.
    private mutating func hold(row: Int) -> Int {
        let slot = (row & 3) * width
        if held[row & 3] == row { return slot }
        held[row & 3] = row
        let start = row * picture.width
        for x in 0..<width {
            let taps = across.offsets[x]..<across.offsets[x + 1]
            let first = start + across.starts[x] - taps.lowerBound
            var sum = Sums.zero
            for tap in taps { sum += sample(first + tap) * Sums(repeating: across.weights[tap]) }
            rows[slot + x] = sum
        }
        return slot
    }

    @inline(__always)
    private func sample(_ pixel: Int) -> Sums {
        // In bounds: an axis never looks beyond the picture.
        let packed = unsafe picture.pixels.span.bytes.unsafeLoadUnaligned(
            fromByteOffset: pixel * 4, as: SIMD4<UInt8>.self)
        let wide = Sums(SIMD4<Int32>(truncatingIfNeeded: packed))
        return isOpaque ? wide : wide * Sums(wide[3], wide[3], wide[3], 1)
    }

    /// Rounds to the nearest, and to 0...255: a cubic overshoots.
    private func write(_ sums: [Sums], to pixels: inout MutableSpan<UInt8>, row: Int) {
        let total = across.total * down.total
        for x in sums.indices {
            let sum = sums[x]
            let color = isOpaque ? total : max(sum[3], 1)
            let divisor = Sums(color, color, color, total)
            var nearest = (sum + sum + divisor) / (divisor + divisor)
            nearest.replace(with: 0, where: nearest .< 0)
            nearest.replace(with: 255, where: nearest .> 255)
            let at = (row * width + x) * 4
            for channel in 0..<4 { pixels[at + channel] = UInt8(nearest[channel]) }
        }
    }
}
