import Palettes
import Randomness
import Rasters
import Testing

@Suite struct PaletteTests {
    private func shares(_ populations: [Int]) -> [Int] {
        let colors = populations.map { RGB8(red: UInt8($0 & 255), green: 0, blue: 0) }
        return Palette(colors: colors, populations: populations).shares
    }

    @Test func `shares are rounded so that they add up`() {
        #expect(shares([1]) == [1000])
        #expect(shares([1, 1, 1]) == [334, 333, 333])
        #expect(shares([0, 7, 0]) == [0, 1000, 0])
        #expect(shares([2, 1]) == [667, 333])
        #expect(shares([1, 999_999]) == [0, 1000])
    }

    @Test func `shares always add up to 1000`() {
        var random = SplitMix64(seed: 51)
        for _ in 0..<500 {
            let populations = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Int.random(in: 0...5000, using: &random)
            }
            guard populations.contains(where: { $0 > 0 }) else { continue }
            let found = shares(populations)
            #expect(found.reduce(0, +) == 1000)
            let total = populations.reduce(0, +)
            for (share, population) in zip(found, populations) {
                #expect(abs(share * total - population * 1000) < total)
            }
        }
    }
}
