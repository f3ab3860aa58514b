import Rasters

/// Colors for a GIF without dithering: boxes of 15-bit colors are cut at their mean where they are spread most.
struct Palette {
    /// Three bytes a color; a power of two of them.
    private(set) var bytes: [UInt8] = []
    private var places = [UInt8](repeating: 0, count: 1 << 15)

    init(of frames: [Raster], colors: Int) {
        var counts = [Int](repeating: 0, count: 1 << 15)
        for frame in frames {
            for pixel in stride(from: 0, to: frame.pixels.count, by: 4) { counts[Self.key(frame.pixels, pixel)] += 1 }
        }
        var boxes = [counts.indices.filter { counts[$0] > 0 }]
        while boxes.count < colors {
            let spreads = boxes.map { Self.spread(of: $0, counts) }
            guard let index = spreads.indices.max(by: { spreads[$0].sum < spreads[$1].sum }), spreads[index].sum > 0
            else {
                break
            }
            let spread = spreads[index]
            let low = boxes[index].filter { Self.level($0, spread.channel) * spread.weight <= spread.levels }
            let high = boxes[index].filter { Self.level($0, spread.channel) * spread.weight > spread.levels }
            boxes[index] = low
            boxes.append(high)
        }
        for (place, box) in boxes.enumerated() {
            let weight = box.reduce(0) { $0 + counts[$1] }
            for key in box { places[key] = UInt8(place) }
            for channel in 0..<3 {
                bytes.append(
                    UInt8(box.reduce(0) { $0 + counts[$1] * (Self.level($1, channel) * 8 + 4) } / max(1, weight)))
            }
        }
        while (bytes.count / 3).nonzeroBitCount != 1 || bytes.count < 6 { bytes += [0, 0, 0] }
    }

    func indices(of frame: Raster) -> [UInt8] {
        stride(from: 0, to: frame.pixels.count, by: 4).map { places[Self.key(frame.pixels, $0)] }
    }

    private static func key(_ pixels: [UInt8], _ index: Int) -> Int {
        Int(pixels[index] >> 3) << 10 | Int(pixels[index + 1] >> 3) << 5 | Int(pixels[index + 2] >> 3)
    }

    private static func level(_ key: Int, _ channel: Int) -> Int { key >> (10 - 5 * channel) & 31 }

    /// The channel in which the colors of a box are spread most: the sum of their squared differences from the mean, the sum of
    /// their levels, and the number of pixels.
    private static func spread(of box: [Int], _ counts: [Int]) -> (channel: Int, sum: Int, levels: Int, weight: Int) {
        var best = (channel: 0, sum: 0, levels: 0, weight: 1)
        for channel in 0..<3 {
            var (weight, levels, squares) = (0, 0, 0)
            for key in box {
                weight += counts[key]
                levels += counts[key] * level(key, channel)
                squares += counts[key] * level(key, channel) * level(key, channel)
            }
            let sum = squares - levels * levels / max(1, weight)
            if sum > best.sum, box.contains(where: { level($0, channel) * weight > levels }) {
                best = (channel, sum, levels, weight)
            }
        }
        return best
    }
}
