import Palettes
import Randomness
import Testing

@Suite struct MedianCutTests {
    @Test func `populations add up, and cells of every box lie in it`() {
        var random = SplitMix64(seed: 41)
        var histogram = CellHistogram()
        var cut = MedianCut()
        for round in 0..<40 {
            let spread = UInt16.random(in: 1...32767, using: &random)
            let cells = (0..<Int.random(in: 40...900, using: &random)).map { _ in
                UInt16.random(in: 0...32767, using: &random) % spread
            }
            histogram.tally(cells, count: cells.count)
            #expect(histogram.occupied.reduce(0) { $0 + $1.count } == cells.count)
            #expect(histogram.occupied.count == Set(cells).count)
            cut.begin(histogram)
            let (points, populations) = cut.points(count: 14)
            #expect(points.count == populations.count && points.count <= 14, "round \(round)")
            let total = populations.reduce(0, +)
            #expect(total <= cells.count && total > 0)
            #expect(populations.allSatisfy { $0 >= 0 })
        }
    }

    @Test func `more colors after fewer are those that are asked for at once`() {
        var random = SplitMix64(seed: 43)
        var histogram = CellHistogram()
        var (cut, other) = (MedianCut(), MedianCut())
        for round in 0..<200 {
            let spread = UInt16.random(in: 1...32767, using: &random)
            let cells = (0..<Int.random(in: 2...900, using: &random)).map { _ in
                UInt16.random(in: 0...32767, using: &random) % spread
            }
            histogram.tally(cells, count: cells.count)
            cut.begin(histogram)
            for count in [2, 3, 5, 5, 8, 14, 20] {
                let (points, populations) = cut.points(count: count)
                other.begin(histogram)
                let anew = other.points(count: count)
                #expect(points == anew.points && populations == anew.populations, "round \(round), \(count) colors")
            }
        }
    }

    @Test func `one dense cell makes points without samples`() {
        var histogram = CellHistogram()
        var cut = MedianCut()
        let cells = [UInt16](repeating: 0x1234, count: 500) + [0x1233, 0x1254, 0x0234]
        histogram.tally(cells, count: cells.count)
        cut.begin(histogram)
        let (_, populations) = cut.points(count: 14)
        #expect(populations.count == 14)
        #expect(populations.contains(0))
    }

    @Test func `a first sample that is the greatest is lost, as in the library`() {
        var histogram = CellHistogram()
        let cells: [UInt16] = [20 << 10, 5 << 10, 9 << 10]
        histogram.tally(cells, count: 3)
        #expect(histogram.lowest[0] == 5)
        #expect(histogram.highest[0] == 9)
    }
}
