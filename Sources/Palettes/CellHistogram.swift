/// How many samples fall in each of the 32x32x32 cells of the lattice, and in which of them there are any.
package struct CellHistogram: Sendable {
    /// A cell with samples, in eight bytes: a median cut moves them about.
    package struct Cell: Sendable {
        /// A byte for each coordinate, the first lowest; from bit 32 on the samples.
        private let bits: UInt64

        init(_ cell: UInt16, count: UInt32) {
            let (first, second, third) = (UInt64(cell >> 10), UInt64(cell >> 5 & 31), UInt64(cell & 31))
            bits = first | second << 8 | third << 16 | UInt64(count) << 32
        }

        /// Where it lies along an axis: 0 to 31.
        package subscript(axis: Int) -> Int { Int(bits >> UInt64(8 * axis) & 255) }

        /// Its samples, at least one.
        package var count: Int { Int(bits >> 32) }
    }

    /// The cells that have samples.
    package private(set) var occupied: [Cell] = []
    /// The smallest box that holds all samples, as the library finds it.
    package private(set) var lowest = SIMD4<Int32>()
    /// Its far corner, inclusive.
    package private(set) var highest = SIMD4<Int32>()

    private var counts = [UInt32](repeating: 0, count: 32768)
    /// The cells that have samples in the order of first samples, then leftovers.
    private var order: [UInt16] = []

    /// An empty histogram.
    package init() {}

    /// Counts the first `count` cells (5 bits an axis, the first axis highest), which are those of a picture's samples.
    package mutating func tally(_ cells: [UInt16], count: Int) {
        precondition(count > 0 && count <= cells.count, "a histogram of \(count) of \(cells.count) samples")
        if order.count < count { order = [UInt16](repeating: 0, count: cells.count) }
        let found = CellHistogram.tally(cells.span.extracting(first: count), &counts, &order)
        occupied.removeAll(keepingCapacity: true)
        // Only what was written is cleared: pictures fill some hundreds of the 32768 cells.
        for place in 0..<found {
            let cell = order[place]
            occupied.append(Cell(cell, count: counts[Int(cell)]))
            counts[Int(cell)] = 0
        }
        findBox(of: cells[..<count])
    }

    /// Counts samples, and writes the cells that had none before to `order`; how many those are.
    private static func tally(
        _ cells: Span<UInt16>, _ counts: inout [UInt32], _ order: inout [UInt16]
    ) -> Int {
        var counts = counts.mutableSpan
        var order = order.mutableSpan
        var found = 0
        for index in cells.indices {
            let cell = cells[index] & 32767
            let known = counts[Int(cell)]
            counts[Int(cell)] = known &+ 1
            if known == 0 {
                order[found] = cell
                found += 1
            }
        }
        return found
    }

    /// The least and the greatest coordinate along each axis.
    ///
    /// A quirk of the library is kept: it does not look whether a sample is the greatest when that sample has just set a
    /// new minimum. That loses samples which come first and fall, each below all before it. Where this would
    /// leave a box without cells (at most 32 samples, falling all the way), the true greatest is taken.
    private mutating func findBox(of cells: ArraySlice<UInt16>) {
        for axis in 0..<3 {
            var total = [Int](repeating: 0, count: 32)
            for cell in occupied { total[cell[axis]] += cell.count }
            lowest[axis] = Int32(total.firstIndex { $0 > 0 } ?? 0)
            let greatest = total.lastIndex { $0 > 0 } ?? 0
            var minimum = Int32.max
            for cell in cells {
                let coordinate = Int32(cell >> UInt16(10 - 5 * axis) & 31)
                guard coordinate < minimum else { break }
                minimum = coordinate
                total[Int(coordinate)] -= 1
            }
            highest[axis] = Int32(total.lastIndex { $0 > 0 } ?? greatest)
        }
    }
}
