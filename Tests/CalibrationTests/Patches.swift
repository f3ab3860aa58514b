import Randomness
import Rasters

/// Pictures of one seed: soft patches of color.
enum Patches {
    static func raster(seed: UInt64, width: Int = 160, height: Int = 120) -> Raster {
        var random = SplitMix64(seed: seed)
        let patches = (0..<24).map { _ in
            (
                x: Int(random.next() % UInt64(width)), y: Int(random.next() % UInt64(height)),
                radius: 8 + Int(random.next() % 40), color: random.next()
            )
        }
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let patch = patches.last { ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y) < $0.radius * $0.radius }
                let color = patch?.color ?? seed &* 0x9E37_79B9
                pixels += [
                    UInt8(truncatingIfNeeded: color), UInt8(truncatingIfNeeded: color >> 8),
                    UInt8(truncatingIfNeeded: color >> 16), 255,
                ]
            }
        }
        return Raster(width: width, height: height, pixels: pixels)
    }
}
