import Palettes
import Randomness
import Rasters
import Testing

@Suite struct ColorSamplerTests {
    /// A raster whose pixels are their own numbers.
    private func numbered(width: Int, height: Int) -> Raster {
        Raster(width: width, height: height) { x, y in
            let number = y * width + x
            return SIMD4(UInt8(number & 255), UInt8(number >> 8 & 255), UInt8(number >> 16 & 255), 0)
        }
    }

    @Test(arguments: [1, 2, 3, 7, 10, 11, 1000, 100_000])
    func `every so many pixels are looked at, whatever the strips`(step: Int) {
        let raster = numbered(width: 53, height: 41)
        let expected = stride(from: 0, to: 53 * 41, by: step).map { UInt32($0) }
        for strip in [1, 2, 5, 41] {
            #expect(ColorSampler(of: raster, stride: step, strip: strip).samples == expected)
        }
    }

    @Test func `the stride is ten as long as that gives few samples`() {
        #expect(ColorSampler.stride(width: 1, height: 1) == 10)
        #expect(ColorSampler.stride(width: 640, height: 256) == 10)
        #expect(ColorSampler.stride(width: 640, height: 257) == 11)
    }

    @Test func `a stride above ten has no divisor in common with the width and keeps the bound`() {
        var random = SplitMix64(seed: 31)
        for _ in 0..<2000 {
            let width = Int.random(in: 1...20_000, using: &random)
            let height = Int.random(in: 1...20_000, using: &random)
            let step = ColorSampler.stride(width: width, height: height)
            let pixels = width * height
            #expect((pixels + step - 1) / step <= ColorSampler.maximumSamples)
            guard step > 10 || pixels > 10 * ColorSampler.maximumSamples else { continue }
            #expect(!(2...step).contains { step.isMultiple(of: $0) && width.isMultiple(of: $0) })
            let least = (pixels + ColorSampler.maximumSamples - 1) / ColorSampler.maximumSamples
            #expect(step >= least && step < least + 60)
        }
    }

    @Test func `a sampler forgets the picture before`() {
        let (large, small) = (numbered(width: 70, height: 60), numbered(width: 9, height: 3))
        var sampler = ColorSampler(of: large)
        sampler.begin(width: 9, height: 3)
        sampler.take(small, strip: 2)
        #expect(sampler.samples == [0, 10, 20])
        #expect(sampler.stride == 10)
    }
}
