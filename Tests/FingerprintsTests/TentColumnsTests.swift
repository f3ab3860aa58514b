import Fingerprints
import Randomness
import Testing

/// The vector code of columns and rows against plain loops in the same order: equal to the bit.
@Suite struct TentColumnsTests {
    @Test(arguments: [5, 15, 16, 17, 63, 64, 100, 129, 257, 333, 640, 1001])
    func `vectors give the bits of a plain loop`(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        var filter = TentFilter()
        filter.prepare(side: width)
        var columns = TentColumns()
        columns.prepare(width: width, taps: filter.taps)
        var grid = PDQGrid()
        var sums = [Float](repeating: 0, count: width + 16)
        for row in 0..<7 {
            let luma = (0..<width).map { _ in Float(Int.random(in: 0...8_355_840, using: &random)) }
            let weight = Float.random(in: 0...1, using: &random)
            columns.add(luma.span, weight: weight, isFirst: row == 0, slot: 1)
            for column in 0..<width {
                let product = weight * luma[column]
                sums[column] = row == 0 ? product : sums[column] + product
            }
        }
        columns.reduce(slot: 1, by: filter, into: &grid, row: 3)
        for sample in 0..<64 {
            var partial = [Float](repeating: 0, count: 8)
            for tap in 0..<filter.lastOffset {
                partial[tap % 8] += sums[filter.starts[sample] + tap] * filter.weights[filter.offset(of: sample) + tap]
            }
            let quarters = (0..<4).map { partial[$0] + partial[$0 + 4] }
            let sum = (quarters[0] + quarters[2]) + (quarters[1] + quarters[3])
            #expect(grid.samples[64 * 3 + sample] == sum * (1 / 32768))
        }
    }
}
