/// A box of cells of the histogram; both corners belong to it.
package struct ColorBox: Sendable {
    /// Its near corner.
    package var lowest: SIMD4<Int32>
    /// Its far corner; one less than the near one along an axis where nothing is left.
    package var highest: SIMD4<Int32>
    /// The cells in it that have samples, as a range of the quantizer's list.
    package var cells: Range<Int>
    /// The samples in it.
    package var population: Int

    /// Cells along each axis.
    package var extent: SIMD4<Int32> { highest &- lowest &+ 1 }

    /// Its cells, with samples or without.
    package var volume: Int {
        let extent = extent
        return Int(extent[0]) * Int(extent[1]) * Int(extent[2])
    }

    /// The longest axis, the first of equal ones.
    package var longestAxis: Int {
        let extent = extent
        let longest = max(extent[0], extent[1], extent[2])
        return (0..<3).first { extent[$0] == longest } ?? 0
    }

    /// The point that stands for the box: the mean of the centers of its cells weighted by samples, rounded down; the
    /// corner of a single cell, and the middle of a box without samples.
    package func point(of list: [CellHistogram.Cell]) -> LatticePoint {
        var point = LatticePoint()
        for axis in 0..<3 {
            let value: Int
            if population == 0 {
                value = 4 * Int(lowest[axis] + highest[axis] + 1)
            } else if volume == 1 {
                value = 8 * Int(lowest[axis])
            } else {
                let sum = list[cells].reduce(0) { $0 + $1.count * (8 * $1[axis] + 4) }
                value = sum / population
            }
            point[axis] = UInt8(min(255, max(0, value)))
        }
        return point
    }
}
