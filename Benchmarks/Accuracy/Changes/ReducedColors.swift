import Rasters

/// A picture in few colors: median cut over five bits a channel, without dithering.
struct ReducedColors {
    /// Three bytes an entry.
    private(set) var palette: [UInt8] = []
    /// One entry a pixel.
    private(set) var indices: [UInt8] = []

    private typealias Box = [(key: Int, count: Int)]

    init(_ raster: Raster, colors: Int) {
        var counts = [Int](repeating: 0, count: 32768)
        var keys: [Int] = []
        keys.reserveCapacity(raster.width * raster.height)
        for index in stride(from: 0, to: raster.pixels.count, by: 4) {
            let (red, green) = (Int(raster.pixels[index]) >> 3, Int(raster.pixels[index + 1]) >> 3)
            let key = red << 10 | green << 5 | Int(raster.pixels[index + 2]) >> 3
            counts[key] += 1
            keys.append(key)
        }
        var boxes: [Box] = [counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }]
        while boxes.count < colors {
            let spreads = boxes.map { box in Self.spread(of: box) }
            let weights = zip(boxes, spreads).map { box, spread in
                spread.width * box.reduce(0) { $0 + $1.count }
            }
            guard let heaviest = weights.max(), heaviest > 0, let place = weights.firstIndex(of: heaviest) else {
                break
            }
            let shift = spreads[place].shift
            let sorted = boxes[place].sorted { ($0.key >> shift & 31, $0.key) < ($1.key >> shift & 31, $1.key) }
            let half = sorted.reduce(0) { $0 + $1.count } / 2
            var (sum, cut) = (0, 0)
            while cut < sorted.count - 1, sum + sorted[cut].count <= half || cut == 0 {
                sum += sorted[cut].count
                cut += 1
            }
            boxes[place] = Array(sorted[..<cut])
            boxes.append(Array(sorted[cut...]))
        }
        var entries = [UInt8](repeating: 0, count: 32768)
        for (place, box) in boxes.enumerated() {
            let total = max(1, box.reduce(0) { $0 + $1.count })
            for shift in [10, 5, 0] {
                let sum = box.reduce(0) { $0 + ($1.key >> shift & 31) * $1.count }
                palette.append(UInt8(min(255, (sum * 8 + 4 * total) / total)))
            }
            for color in box { entries[color.key] = UInt8(place) }
        }
        palette += [UInt8](repeating: 0, count: colors * 3 - palette.count)
        indices = keys.map { entries[$0] }
    }

    private static func spread(of box: Box) -> (shift: Int, width: Int) {
        var best = (shift: 0, width: 0)
        for shift in [10, 5, 0] {
            let levels = box.map { $0.key >> shift & 31 }
            let width = (levels.max() ?? 0) - (levels.min() ?? 0)
            if width > best.width { best = (shift, width) }
        }
        return best
    }
}
