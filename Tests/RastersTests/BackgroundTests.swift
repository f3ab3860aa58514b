import Randomness
import Rasters
import Testing

@Suite struct BackgroundTests {
    /// The plain twin, as the contract states it.
    private func plain(_ rgba: [UInt8]) -> [UInt8] {
        var result = rgba
        for first in stride(from: 0, to: rgba.count, by: 4) {
            let alpha = Int(rgba[first + 3])
            for channel in first..<first + 3 {
                result[channel] = UInt8((Int(rgba[channel]) * alpha + 255 * (255 - alpha) + 127) / 255)
            }
            result[first + 3] = 255
        }
        return result
    }

    private func isOpaque(_ rgba: [UInt8]) -> Bool { Background.isOpaque(rgba.span) }

    @Test func `every channel over every alpha is the stated integer`() {
        var rgba: [UInt8] = []
        for value in 0...255 {
            for alpha in 0...255 {
                rgba += [UInt8(value), UInt8(255 - value), UInt8(value ^ 85), UInt8(alpha)]
            }
        }
        var opaque: [UInt8] = []
        Background.composite(rgba.span, into: &opaque)
        #expect(opaque == plain(rgba))
        Background.composite(rgba.span, into: &opaque, by: RowSums.plain)
        #expect(opaque == plain(rgba))
    }

    @Test func `a buffer takes the length of each strip`() {
        var random = SplitMix64(seed: 7)
        var opaque: [UInt8] = []
        for pixels in [40, 3, 0, 9, 1, 64] {
            let rgba = (0..<4 * pixels).map { _ in UInt8.random(in: 0...255, using: &random) }
            Background.composite(rgba.span, into: &opaque)
            #expect(opaque == plain(rgba))
            Background.composite(rgba.span, into: &opaque, by: RowSums.plain)
            #expect(opaque == plain(rgba))
        }
    }

    @Test func `transparent is white and opaque is itself`() {
        var opaque: [UInt8] = []
        let rgba: [UInt8] = [1, 2, 3, 0, 1, 2, 3, 255]
        Background.composite(rgba.span, into: &opaque)
        #expect(opaque == [255, 255, 255, 255, 1, 2, 3, 255])
    }

    @Test func `one transparent pixel is found wherever it is`() {
        for pixels in [1, 2, 15, 16, 17, 1023, 1024, 1025, 2050] {
            var rgba = [UInt8](repeating: 255, count: 4 * pixels)
            #expect(isOpaque(rgba), "\(pixels) pixels")
            for place in Set([0, pixels / 2, pixels - 1]) {
                rgba[4 * place + 3] = 254
                #expect(!isOpaque(rgba), "pixel \(place) of \(pixels)")
                rgba[4 * place + 3] = 255
            }
            for byte in rgba.indices where byte % 4 != 3 { rgba[byte] = 0 }
            #expect(isOpaque(rgba), "\(pixels) black pixels")
        }
    }
}
