import Fingerprints
import TestSupport
import Testing

@Suite struct TentFilterTests {
    /// The weights of two passes of a box for one sample, as a list over the whole axis.
    private func plainWeights(side: Int, sample: Int) -> [Double] {
        let window = (side + 127) / 128
        let right = window / 2
        let left = window - 1 - right
        let center = Int((Double(sample) + 0.5) * Double(side) / 64)
        var weights = [Double](repeating: 0, count: side)
        let outer = max(0, center - left)...min(side - 1, center + right)
        for pixel in outer {
            let inner = max(0, pixel - left)...min(side - 1, pixel + right)
            for neighbor in inner { weights[neighbor] += 1 / Double(outer.count) / Double(inner.count) }
        }
        return weights
    }

    private let sides =
        Array(1...140) + [191, 192, 193, 255, 256, 257, 384, 385, 500, 511, 512, 513, 640, 1000, 1023, 1280, 2047]

    @Test func `the folded weights are those of two boxes`() {
        var filter = TentFilter()
        for side in sides {
            filter.prepare(side: side)
            for sample in 0..<64 {
                var rest = plainWeights(side: side, sample: sample)
                for tap in 0..<filter.taps {
                    let neighbor = filter.starts[sample] + tap
                    let weight = Double(filter.weights[filter.offset(of: sample) + tap])
                    if neighbor < side {
                        rest[neighbor] -= weight
                    } else {
                        #expect(weight == 0, "side \(side), sample \(sample)")
                    }
                }
                #expect(rest.allSatisfy { abs($0) < 1e-7 }, "side \(side), sample \(sample)")
                #expect(filter.starts[sample] >= 0)
                #expect(filter.lastRow(of: sample) < side)
            }
        }
    }

    @Test func `not more than two samples are under way at a time`() {
        var filter = TentFilter()
        for side in Array(64...140) + sides.filter({ $0 >= 64 }) {
            filter.prepare(side: side)
            for sample in 0..<62 { #expect(filter.lastRow(of: sample) < filter.starts[sample + 2], "side \(side)") }
        }
    }

    @Test func `a long axis is prepared from a handful of weights`() {
        var filter = TentFilter()
        filter.prepare(side: 20_000_000)
        #expect(filter.weights.count < 20_000_000 / 12)
        #expect(filter.starts[63] + filter.taps <= 20_000_001)
    }
}
