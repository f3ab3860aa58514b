import Randomness
import Rasters
import Testing

@Suite struct LumaRowsTests {
    /// The plain twin: one pixel at a time, in integers.
    private func plain(_ rgba: [UInt8]) -> [Float] {
        stride(from: 0, to: rgba.count, by: 4).map {
            Float(9797 * Int(rgba[$0]) + 19235 * Int(rgba[$0 + 1]) + 3736 * Int(rgba[$0 + 2]))
        }
    }

    private func luma(_ rgba: [UInt8]) -> [Float] {
        var luma = [Float](repeating: -1, count: rgba.count / 4)
        var span = luma.mutableSpan
        LumaRows.luma(of: rgba.span, into: &span)
        return luma
    }

    @Test(arguments: [0, 1, 2, 7, 8, 9, 15, 16, 17, 64, 1001])
    func `luma is the integer sum, whatever the number of pixels`(pixels: Int) {
        var random = SplitMix64(seed: UInt64(pixels) + 1)
        for _ in 0..<20 {
            let rgba = (0..<4 * pixels).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(luma(rgba) == plain(rgba))
        }
    }

    @Test func `every value of every channel is exact`() {
        for channel in 0..<3 {
            var rgba = [UInt8](repeating: 0, count: 1024)
            for value in 0..<256 { rgba[4 * value + channel] = UInt8(value) }
            #expect(luma(rgba) == plain(rgba))
        }
    }

    @Test func `white is the largest value, and alpha is not looked at`() {
        #expect(luma([255, 255, 255, 0]) == [LumaRows.white])
        #expect(luma([0, 0, 0, 255]) == [0])
    }
}
