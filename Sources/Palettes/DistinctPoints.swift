internal import Rasters

/// The different lattice points among samples, as long as they are few.
package struct DistinctPoints: Sendable {
    /// The points, in the order in which they were first seen.
    package private(set) var points: [LatticePoint] = []
    /// How many samples each of them has.
    package private(set) var populations: [Int] = []

    /// The points of colors seen lately, by a hash of the color: pictures of few points are made of few colors.
    private var colors = [UInt32](repeating: .max, count: 256)
    private var indices = [Int](repeating: 0, count: 256)

    /// No points yet.
    package init() {}

    /// Whether there are more different points than `count`, which is at most the limit of the last collection.
    package func isMoreThan(_ count: Int) -> Bool { points.count > count }

    /// Collects the points of the samples, until there are more than `limit`; the populations are then incomplete.
    package mutating func collect(_ samples: ArraySlice<UInt32>, limit: Int, in space: PaletteSpace) {
        points.removeAll(keepingCapacity: true)
        populations.removeAll(keepingCapacity: true)
        for slot in colors.indices { colors[slot] = .max }
        for sample in samples {
            let color = sample & 0x00FF_FFFF
            let slot = Int((color &* 0x9E37_79B1) >> 24)
            if colors[slot] != color {
                colors[slot] = color
                indices[slot] = index(of: LatticePoint(RGB8(sample: sample), in: space))
                guard points.count <= limit else { return }
            }
            populations[indices[slot]] += 1
        }
    }

    /// The place of a point in the list, to which it is added if it is not there.
    private mutating func index(of point: LatticePoint) -> Int {
        if let index = points.firstIndex(of: point) { return index }
        points.append(point)
        populations.append(0)
        return points.count - 1
    }
}
