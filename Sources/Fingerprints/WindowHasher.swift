/// Fingerprints of parts of a picture, from 64 x 64 area means of its luma: the bits that PDQ takes of its own samples.
///
/// An exact area mean survives resizing better than PDQ's filter (2 bits instead of 16 at a quarter of the size), and
/// parts need no pixels. These codes are compared with each other only; they are about 10 bits beside PDQ's.
package struct WindowHasher: Sendable {
    /// The waves over one interval of a side: what each cell weighs in each of 16.
    private struct Axis: Sendable {
        /// The cells that weigh anything.
        let cells: Range<Int>
        /// The sixteen weights of a cell side by side.
        let weights: [Float]
        /// The 64 weights of a wave side by side.
        let waves: [Float]
    }

    /// Factor of sample `k` in the wave `i`, at `64 * i + k`.
    private static let factors = PDQTransform().factors

    private let columns: [Axis]
    private let rows: [Axis]
    /// For each window its interval of columns and of rows.
    private let parts: [(column: Int, row: Int)]

    /// A hasher of these parts, none of which leaves the picture.
    package init(_ windows: [Window]) {
        func axes(_ intervals: [SIMD2<Float>]) -> (unique: [Axis], places: [Int]) {
            var unique: [SIMD2<Float>] = []
            let places = intervals.map { interval -> Int in
                if let known = unique.firstIndex(of: interval) { return known }
                unique.append(interval)
                return unique.count - 1
            }
            return (unique.map(Self.axis), places)
        }
        let across = axes(windows.map { SIMD2($0.left, $0.width) })
        let down = axes(windows.map { SIMD2($0.top, $0.height) })
        columns = across.unique
        rows = down.unique
        parts = zip(across.places, down.places).map { ($0, $1) }
    }

    /// 64 samples in the middles of as many pieces of the interval, each between two cells.
    private static func axis(_ interval: SIMD2<Float>) -> Axis {
        var waves = [Float](repeating: 0, count: 1024)
        for sample in 0..<64 {
            let place = min(max(interval[0] + (Float(sample) + 0.5) * interval[1] / 64 - 0.5, 0), 63)
            let cell = min(Int(place), 62)
            let part = place - Float(cell)
            for wave in stride(from: 0, to: 1024, by: 64) {
                waves[wave + cell] += factors[wave + sample] * (1 - part)
                waves[wave + cell + 1] += factors[wave + sample] * part
            }
        }
        let weights = (0..<1024).map { waves[$0 % 16 * 64 + $0 / 16] }
        let used = (0..<64).filter { cell in weights[16 * cell..<16 * cell + 16].contains { $0 != 0 } }
        return Axis(cells: (used.first ?? 0)..<(used.last ?? 0) + 1, weights: weights, waves: waves)
    }

    /// The code of each window, in the order of the windows; `nil` where there is next to nothing in it.
    ///
    /// - Parameter luma: 64 rows of 64 levels.
    package func codes(of luma: [UInt8]) -> [SIMD4<UInt64>?] {
        precondition(luma.count == 4096, "\(luma.count) cells instead of 4096")
        let levels = PDQGrid.samples(of: luma)
        let sums = columns.map { axis in Self.across(levels, axis) }
        return parts.map { part in Self.code(sums[part.column], rows[part.row]) }
    }

    /// For each row its 16 waves along the interval.
    private static func across(_ levels: [Float], _ axis: Axis) -> [Float] {
        var sums = [Float](repeating: 0, count: 1024)
        Projection.sums(of: levels, rows: 64, terms: axis.cells, by: axis.weights, stride: 16, into: &sums)
        return sums
    }

    private static func code(_ sums: [Float], _ axis: Axis) -> SIMD4<UInt64>? {
        var products = [Float](repeating: 0, count: 256)
        Projection.sums(of: axis.waves, rows: 16, terms: axis.cells, by: sums, stride: 16, into: &products)
        let coefficients = Projection.rows(products)
        var strength = SIMD16<Float>.zero
        for row in coefficients { strength += row.replacing(with: -row, where: row .< 0) }
        guard strength.sum() > least else { return nil }
        return PDQ.bits(of: coefficients)
    }

    /// The sum of all coefficients' sizes that rounding of the levels alone stays far below.
    private static let least: Float = 256 * 4
}
