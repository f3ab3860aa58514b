import Descriptors
import Testing

@Suite struct DetailTests {
    /// Second differences of a picture of at most 32 rows, of which every row is looked at.
    private func plain(_ painting: Painting, lag: Int) -> Double {
        var sum = 0.0
        var count = 0.0
        for y in 0..<painting.height {
            for x in lag..<painting.width - lag {
                let bent =
                    Double(painting.luma(x - lag, y) - 2 * painting.luma(x, y) + painting.luma(x + lag, y)) / 32768
                sum += bent * bent
                count += 1
            }
        }
        return sum / count * 16
    }

    @Test func `curvature along rows is the mean square of second differences`() {
        for width in [17, 40, 61, 300] {
            let painting = Painting.noise(width: width, height: 32, seed: UInt64(width))
            let detail = painting.descriptor.detail
            for (index, lag) in Detail.lags.enumerated() {
                let expected = plain(painting, lag: lag)
                #expect(abs(Double(detail.horizontal[index]) - expected) <= expected * 1e-5 + 1)
            }
        }
    }

    @Test func `rows and columns are measured alike`() {
        let painting = Painting.noise(width: 16, height: 64, seed: 3)
        let turned = Painting(width: 64, height: 16) { x, y in
            let at = (x * 16 + y) * 4
            return (painting.pixels[at], painting.pixels[at + 1], painting.pixels[at + 2])
        }
        let (one, other) = (painting.descriptor.detail, turned.descriptor.detail)
        for index in Detail.lags.indices where Detail.lags[index] < 8 {
            #expect(
                abs(Double(one.vertical[index]) - Double(other.horizontal[index])) <= 2 + Double(one.vertical[index])
                    * 1e-4)
        }
    }

    @Test func `a picture too small for a lag has nothing there`() {
        let detail = Painting.noise(width: 3, height: 2, seed: 1).descriptor.detail
        #expect(detail.horizontal[0] > 0)
        #expect(detail.horizontal.dropFirst().allSatisfy { $0 == 0 })
        #expect(detail.vertical.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [2, 3, 4])
    func `an enlarged picture has no more than its original`(factor: Int) {
        let small = Painting.noise(width: 150, height: 120, seed: 9)
        for smooth in [false, true] {
            let large = small.enlarged(by: factor, smooth: smooth)
            let ratio = large.descriptor.detail.ratio(
                to: small.descriptor.detail, across: Double(factor), down: Double(factor), lag: 1)
            #expect(ratio < 1.087)
            #expect(!smooth || ratio < 0.8)
        }
    }

    @Test func `an original has more than its reduced copy`() {
        let large = Painting.noise(width: 200, height: 160, seed: 4)
        let small = Painting(width: 100, height: 80) { x, y in
            func mean(_ channel: Int) -> UInt8 {
                let corner = (y * 2 * 200 + x * 2) * 4 + channel
                let sum = [0, 4, 800, 804].reduce(0) { $0 + Int(large.pixels[corner + $1]) }
                return UInt8(sum / 4)
            }
            return (mean(0), mean(1), mean(2))
        }
        #expect(large.descriptor.detail.ratio(to: small.descriptor.detail, across: 2, down: 2, lag: 1) > 1.5)
    }
}
