/// The differences that are left between two pictures, seen tile by tile: even damage against local edits.
struct TileDifference {
    /// The middle of the cells' differences, in levels.
    let median: Float
    /// What nine tiles of ten stay below, in levels.
    let spread: Float
    /// The worst tile's mean difference over what even damage explains; at most 1 for a copy.
    let worst: Float
    /// The worst tile over the worst that lies elsewhere: damage is alike in many places, and an edit stands alone.
    let prominence: Float
    /// The share of cells in tiles that even damage does not explain.
    let share: Float
    /// Where those lie.
    let box: PermilleBox?
    /// For each cell whether it is one of those; empty when none is.
    let marked: [Bool]

    /// Luma, from the residual of a tone fit: a difference counts for less where the picture is steep, for there a resizer's
    /// or a codec's small change makes a large difference. Tiles of 4 x 4 cells; even damage explains 2 levels and six
    /// deviations, or three times what nine tiles of ten stay below.
    init(luma residual: Plane, _ first: LumaPlane, _ second: LumaPlane) {
        var relative = residual.relative(to: first.steepness, second.steepness)
        relative.clearBorder(1)
        let median = Histogram(relative, border: 1).median
        let means = relative.windowMeans(4)
        // Damage may be patchy, as where few colors band a sky; an edit is in fewer tiles than one of ten, or far worse.
        let spread = Histogram(means, step: 2).quantile(percent: 90)
        let patchy = min(spread, Limits.patchyDamage)
        // 1.4826 times the median is the deviation of a normal distribution.
        let even = 1.4826 * min(median, Limits.evenDamage)
        self.init(
            relative, means, tile: 4, median: median, spread: spread, explained: 2 + max(6 * even, 3 * patchy),
            margin: 1)
    }

    /// Both color differences together. Tiles of 2 x 2 cells, each of which is four of luma; even damage explains 17 levels
    /// and eight medians.
    init(color first: Plane, _ second: Plane) {
        let sum = Plane(side: first.side) { first[eight: $0].magnitude + second[eight: $0].magnitude }
        let means = sum.windowMeans(2)
        let median = Histogram(means).median
        self.init(sum, means, tile: 2, median: median, spread: 0, explained: (10 + 5 * median) / 0.6, margin: 0)
    }

    /// Tiles that begin within so many cells of the worst belong to it.
    private static let reach = 8

    private static func prominence(_ means: Plane, worst: Float) -> Float {
        worst > 0 ? worst / max(means.largest(farFrom: worst, reach: reach), 0.01) : 1
    }

    private init(_ cells: Plane, _ means: Plane, tile: Int, median: Float, spread: Float, explained: Float, margin: Int)
    {
        let side = cells.side
        var largest = SIMD8<Float>.zero
        for index in stride(from: 0, to: means.count, by: 8) {
            largest = largest.larger(means[eight: index])
        }
        self.median = median
        self.spread = spread
        worst = largest.max() / explained
        prominence = Self.prominence(means, worst: largest.max())
        guard worst > 1 else {
            share = 0
            box = nil
            marked = []
            return
        }
        var marked = [Bool](repeating: false, count: side * side)
        var (left, top, right, bottom) = (side, side, 0, 0)
        for y in 0...side - tile {
            for start in stride(from: 0, to: side, by: 8) {
                // Where no tile of eight is unexplained, which is nearly everywhere, nothing is looked at one by one.
                guard any(means[eight: y * side + start] .> explained) else { continue }
                for x in start..<min(start + 8, side - tile + 1) where means[y * side + x] > explained {
                    for row in y..<y + tile {
                        for column in x..<x + tile where cells[row * side + column] > explained / 2 {
                            marked[row * side + column] = true
                            (left, right) = (min(left, column), max(right, column + 1))
                            (top, bottom) = (min(top, row), max(bottom, row + 1))
                        }
                    }
                }
            }
        }
        if right > left {
            let (x, y) = (left * 1000 / side, top * 1000 / side)
            box = PermilleBox(x: x, y: y, width: right * 1000 / side - x, height: bottom * 1000 / side - y)
        } else {
            box = nil
        }
        let inner = (side - 2 * margin) * (side - 2 * margin)
        share = Float(marked.count { $0 }) / Float(inner)
        self.marked = marked
    }
}
