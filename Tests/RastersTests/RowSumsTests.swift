import Randomness
import Rasters
import Testing

@Suite struct RowSumsTests {
    @Test(arguments: [1, 2] as [UInt64])
    func `rows are added up as one would by hand`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for width in 0..<150 {
            let (count, pitch) = (Int.random(in: 1...9, using: &random), width + Int.random(in: 0...5, using: &random))
            let rows = (0..<pitch * count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let before = (0..<width + 3).map { _ in UInt16.random(in: 0...65535, using: &random) }
            let weights = (0..<count).map { _ in UInt16.random(in: 0...300, using: &random) }
            for kernel in [RowSums.kernel, RowSums.plain] {
                var (added, weighted, made) = (before, before, before)
                var sums = added.mutableSpan
                RowSums.add(rows.span, pitch: pitch, count: count, width: width, to: &sums, by: kernel)
                var others = weighted.mutableSpan
                RowSums.add(
                    rows.span, pitch: pitch, weights: weights.span, width: width, to: &others, isFirst: false,
                    by: kernel)
                var anew = made.mutableSpan
                RowSums.add(
                    rows.span, pitch: pitch, weights: weights.span, width: width, to: &anew, isFirst: true, by: kernel)
                for column in 0..<width {
                    let levels = (0..<count).map { UInt16(rows[$0 * pitch + column]) }
                    let product = zip(levels, weights).reduce(UInt16(0)) { $0 &+ $1.0 &* $1.1 }
                    #expect(added[column] == levels.reduce(before[column], &+))
                    #expect(weighted[column] == before[column] &+ product)
                    #expect(made[column] == product)
                }
                for sums in [added, weighted, made] { #expect(sums[width...] == before[width...]) }
            }
        }
    }
}
