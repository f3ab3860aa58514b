import Randomness
import Rasters
import Testing

@Suite struct RowSumsTests {
    @Test(arguments: [1, 2] as [UInt64])
    func `rows are added up as one would by hand`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for count in 0..<150 {
            let row = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let before = (0..<count + 3).map { _ in UInt16.random(in: 0...65535, using: &random) }
            let weight = UInt16.random(in: 0...300, using: &random)
            for kernel in [RowSums.kernel, RowSums.plain] {
                var (added, made) = (before, before)
                var sums = added.mutableSpan
                RowSums.add(row.span, times: weight, to: &sums, by: kernel)
                var others = made.mutableSpan
                RowSums.set(row.span, times: weight, to: &others, by: kernel)
                for index in 0..<count + 3 {
                    let product = index < count ? UInt16(row[index]) &* weight : 0
                    #expect(added[index] == before[index] &+ product)
                    #expect(made[index] == (index < count ? product : before[index]))
                }
            }
        }
    }
}
