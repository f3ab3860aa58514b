/// How many samples fall in each of the 32x32x32 cells of the lattice, and in which of them there are any.
package struct CellHistogram: Sendable {
    /// A cell with samples: where it lies, 0 to 31 an axis, and how many they are.
    package struct Cell {
        /// Its three coordinates; the fourth is 0.
        package let place: SIMD4<Int32>
        /// Its samples, at least one.
        package let count: Int
    }

    /// The cells that have samples, in the order of first samples.
    package private(set) var occupied: [Cell] = []
    /// The smallest box that holds all samples, as the library finds it.
    package private(set) var lowest = SIMD4<Int32>()
    /// Its far corner, inclusive.
    package private(set) var highest = SIMD4<Int32>()

    private var counts = [UInt32](repeating: 0, count: 32768)
    private var order: [UInt16] = []

    /// An empty histogram.
    package init() {}

    /// Counts the first `count` cells (5 bits an axis, the first axis highest), which are those of a picture's samples.
    package mutating func tally(_ cells: [UInt16], count: Int) {
        precondition(count > 0 && count <= cells.count, "a histogram of \(count) of \(cells.count) samples")
        order.removeAll(keepingCapacity: true)
        for cell in cells[..<count] {
            let cell = cell & 32767
            if counts[Int(cell)] == 0 { order.append(cell) }
            counts[Int(cell)] += 1
        }
        occupied.removeAll(keepingCapacity: true)
        for cell in order {
            occupied.append(Cell(place: CellHistogram.place(of: cell), count: Int(counts[Int(cell)])))
        }
        // Only what was written is cleared: pictures fill some hundreds of the 32768 cells.
        for cell in order { counts[Int(cell)] = 0 }
        findBox(of: cells[..<count])
    }

    /// The least and the greatest coordinate along each axis.
    ///
    /// A quirk of the library is kept: it does not look whether a sample is the greatest when that sample has just set a
    /// new minimum. That loses samples which come first and fall, each below all before it. Where this would
    /// leave a box without cells (at most 32 samples, falling all the way), the true greatest is taken.
    private mutating func findBox(of cells: ArraySlice<UInt16>) {
        for axis in 0..<3 {
            var total = [Int](repeating: 0, count: 32)
            for cell in occupied { total[Int(cell.place[axis])] += cell.count }
            lowest[axis] = Int32(total.firstIndex { $0 > 0 } ?? 0)
            let greatest = total.lastIndex { $0 > 0 } ?? 0
            var minimum = Int32.max
            for cell in cells {
                let coordinate = CellHistogram.place(of: cell & 32767)[axis]
                guard coordinate < minimum else { break }
                minimum = coordinate
                total[Int(coordinate)] -= 1
            }
            highest[axis] = Int32(total.lastIndex { $0 > 0 } ?? greatest)
        }
    }

    private static func place(of cell: UInt16) -> SIMD4<Int32> {
        SIMD4(Int32(cell >> 10), Int32(cell >> 5 & 31), Int32(cell & 31), 0)
    }
}
