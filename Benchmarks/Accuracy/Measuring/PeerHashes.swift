import Calibration
import Foundation
import Rasters

/// The two 64-bit fingerprints that most tools go by.
struct PeerHashes: Sendable {
    /// Of the 8 x 8 lowest frequencies of a picture of 32 x 32, which are above their median.
    let perceptual: UInt64
    /// Of 9 x 8 means, which are brighter than their left neighbors.
    let difference: UInt64

    init(_ raster: Raster) {
        let grid = Self.means(raster, 32, 32)
        var frequencies: [Double] = []
        for v in 0..<8 {
            for u in 0..<8 {
                var sum = 0.0
                for y in 0..<32 {
                    let down = Self.waves[v * 32 + y]
                    for x in 0..<32 {
                        let across = Self.waves[u * 32 + x]
                        sum += grid[y * 32 + x] * across * down
                    }
                }
                frequencies.append(sum)
            }
        }
        let sorted = frequencies.sorted()
        let median = (sorted[31] + sorted[32]) / 2
        perceptual = frequencies.enumerated().reduce(0) { $1.element > median ? $0 | 1 << UInt64($1.offset) : $0 }
        let fields = Self.means(raster, 9, 8)
        var bits: UInt64 = 0
        for y in 0..<8 {
            for x in 0..<8 where fields[y * 9 + x + 1] > fields[y * 9 + x] { bits |= 1 << UInt64(y * 8 + x) }
        }
        difference = bits
    }

    /// The cosine of so many half waves, 8 of them, at 32 places each.
    private static let waves = (0..<256).map { (index: Int) -> Double in
        let angle = Double(index / 32) * Double(2 * (index % 32) + 1) / 64
        return cos(angle * Double.pi)
    }

    private static func means(_ raster: Raster, _ columns: Int, _ rows: Int) -> [Double] {
        let small = raster.resized(toWidth: columns, height: rows)
        return (0..<columns * rows).map { Double(Raster.luma(small.color($0 % columns, $0 / columns))) }
    }
}
