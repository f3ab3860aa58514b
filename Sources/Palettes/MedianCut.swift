/// Modified median cut as color-thief does it: boxes of cells are halved until there are as many as colors are wanted.
///
/// Its results follow from the order of equal boxes as well, so that order is part of the method: the list of boxes is
/// sorted stably by ascending priority, taken from the end, and appended to.
package struct MedianCut: Sendable {
    private var list: [CellHistogram.Cell] = []
    /// What was cut by population alone, for as many colors as were asked for last.
    private var coarse: [ColorBox] = []
    /// The largest number of colors that was asked for.
    private var largest = 0

    /// A quantizer without memory of its own yet.
    package init() {}

    /// Takes the cells of a picture.
    package mutating func begin(_ histogram: CellHistogram) {
        list.removeAll(keepingCapacity: true)
        let (lowest, highest) = (histogram.lowest, histogram.highest)
        for cell in histogram.occupied
        where (0..<3).allSatisfy({ Int(lowest[$0])...Int(highest[$0]) ~= cell[$0] }) { list.append(cell) }
        coarse.removeAll(keepingCapacity: true)
        coarse.append(
            ColorBox(
                lowest: lowest, highest: highest, cells: list.indices, population: list.reduce(0) { $0 + $1.count }))
        largest = 0
    }

    /// The points for at most `count` colors and their samples, by descending population times volume.
    ///
    /// A box of a single cell is halved into itself and a box without samples, whose point is its middle: pictures
    /// of a few dense colors get such made-up points, with a population of 0, as in the library.
    ///
    /// - Precondition: no more colors were asked for before, of the same picture: the first cuts are the same for any number,
    ///   and are not made again.
    package mutating func points(count: Int) -> (points: [LatticePoint], populations: [Int]) {
        precondition(count >= largest, "\(count) colors after \(largest)")
        largest = count
        // Three quarters of the colors, rounded up, by population alone; the others by population and volume.
        var boxes: [ColorBox] = []
        swap(&boxes, &coarse)
        split(&boxes, until: (3 * count + 3) / 4) { $0.population }
        coarse = boxes
        Self.sort(&boxes) { $0.population }
        boxes.reverse()
        split(&boxes, until: count) { $0.population * $0.volume }
        Self.sort(&boxes) { $0.population * $0.volume }
        boxes.reverse()
        return (boxes.map { $0.point(of: list) }, boxes.map(\.population))
    }

    /// Halves the box of the highest priority until there are `count`, or 1000 boxes were looked at.
    private mutating func split(_ boxes: inout [ColorBox], until count: Int, priority: (ColorBox) -> Int) {
        for _ in 0..<1000 where boxes.count < count {
            Self.sort(&boxes, priority)
            let box = boxes.removeLast()
            if box.population < 2 {
                boxes.append(box)
            } else {
                boxes.append(contentsOf: halves(of: box))
            }
        }
    }

    /// An insertion sort: stable, and the list is short and nearly sorted.
    private static func sort(_ boxes: inout [ColorBox], _ priority: (ColorBox) -> Int) {
        for index in boxes.indices.dropFirst() {
            let box = boxes[index]
            var place = index
            while place > 0, priority(boxes[place - 1]) > priority(box) {
                boxes[place] = boxes[place - 1]
                place -= 1
            }
            boxes[place] = box
        }
    }

    /// Cuts a box across its longest axis.
    private mutating func halves(of box: ColorBox) -> [ColorBox] {
        let axis = box.longestAxis
        let (near, far) = (Int(box.lowest[axis]), Int(box.highest[axis]))
        let last = lastOfNearHalf(box, axis: axis, near: near, far: far)
        let middle = partition(box.cells, axis: axis, last: last)
        var (low, high) = (box, box)
        low.highest[axis] = Int32(last)
        low.cells = box.cells.lowerBound..<middle
        low.population = list[low.cells].reduce(0) { $0 + $1.count }
        high.lowest[axis] = Int32(last + 1)
        high.cells = middle..<box.cells.upperBound
        high.population = box.population - low.population
        return [low, high]
    }

    /// The last coordinate of the near half: from the coordinate in which the running population passes one half, half
    /// the way into the longer side that remains, moved off halves without samples.
    private func lastOfNearHalf(_ box: ColorBox, axis: Int, near: Int, far: Int) -> Int {
        var running = [Int](repeating: 0, count: 32)
        for cell in list[box.cells] { running[cell[axis]] += cell.count }
        for coordinate in near..<far { running[coordinate + 1] += running[coordinate] }
        let middle = (near...far).first { 2 * running[$0] > box.population } ?? far
        let (left, right) = (middle - near, far - middle)
        var last = left <= right ? min(far - 1, middle + right / 2) : max(near, (2 * middle - 2 - left) / 2)
        while last < near || running[last] == 0 { last += 1 }
        while running[last] == box.population, last > near, running[last - 1] > 0 { last -= 1 }
        return last
    }

    /// Brings the cells up to the coordinate `last` before the others; the place where these begin.
    private mutating func partition(_ cells: Range<Int>, axis: Int, last: Int) -> Int {
        var list = list.mutableSpan
        var middle = cells.lowerBound
        for index in cells {
            // Swapped in any case: on which side a cell lies cannot be guessed. Those from `middle` up to here lie behind.
            let cell = list[index]
            list[index] = list[middle]
            list[middle] = cell
            middle += cell[axis] <= last ? 1 : 0
        }
        return middle
    }
}
