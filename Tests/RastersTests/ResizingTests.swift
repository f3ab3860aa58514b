import Randomness
import Rasters
import Testing

@Suite struct ResizingTests {
    private func noise(_ width: Int, _ height: Int, seed: UInt64, isOpaque: Bool = true) -> Raster {
        var random = SplitMix64(seed: seed)
        var pixels = (0..<width * height * 4).map { _ in UInt8.random(in: 0...255, using: &random) }
        if isOpaque { for at in stride(from: 3, to: pixels.count, by: 4) { pixels[at] = 255 } }
        return Raster(width: width, height: height, pixels: pixels)
    }

    /// The plain twin of shrinking: every pixel is cut into `new` by `new` equal pieces, and the pieces are counted.
    private func pieces(_ picture: Raster, _ width: Int, _ height: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                var (colors, alphas) = ([0, 0, 0], 0)
                for v in y * picture.height..<(y + 1) * picture.height {
                    for u in x * picture.width..<(x + 1) * picture.width {
                        let at = (v / height * picture.width + u / width) * 4
                        let alpha = Int(picture.pixels[at + 3])
                        for channel in 0..<3 { colors[channel] += Int(picture.pixels[at + channel]) * alpha }
                        alphas += alpha
                    }
                }
                let total = picture.width * picture.height
                pixels += colors.map { alphas == 0 ? 0 : UInt8(($0 + alphas / 2) / alphas) }
                pixels.append(UInt8((alphas + total / 2) / total))
            }
        }
        return pixels
    }

    @Test(arguments: [(7, 5, 3, 2), (16, 9, 4, 9), (13, 11, 1, 1), (6, 6, 5, 4), (20, 3, 9, 3)])
    func `shrinking is the exact mean of the area`(width: Int, height: Int, toWidth: Int, toHeight: Int) {
        for seed in 1...4 as ClosedRange<UInt64> {
            let picture = noise(width, height, seed: seed, isOpaque: seed < 3)
            let small = picture.resized(toWidth: toWidth, height: toHeight)
            #expect(small.pixels == pieces(picture, toWidth, toHeight), "seed \(seed)")
        }
    }

    @Test func `what a see-through pixel hides does not show`() {
        let picture = Raster(width: 2, height: 1, pixels: [255, 0, 0, 0, 10, 20, 30, 200])
        #expect(picture.resized(toWidth: 1, height: 1).pixels == [10, 20, 30, 100])
        let larger = picture.resized(toWidth: 9, height: 3)
        let showsNoRed = stride(from: 0, to: larger.pixels.count, by: 4).allSatisfy {
            larger.pixels[$0 + 3] == 0 || Array(larger.pixels[$0..<$0 + 3]) == [10, 20, 30]
        }
        #expect(showsNoRed)
    }

    @Test(arguments: [(5, 4, 11, 9), (1, 1, 7, 3), (3, 8, 4, 8), (640, 2, 1280, 4), (9, 3, 4, 7)])
    func `a flat picture stays flat`(width: Int, height: Int, toWidth: Int, toHeight: Int) {
        let pixel: [UInt8] = [1, 130, 255, 77]
        let pixels = Array(repeatElement(pixel, count: width * height).joined())
        let flat = Raster(width: width, height: height, pixels: pixels)
        let other = flat.resized(toWidth: toWidth, height: toHeight)
        #expect(other.pixels == Array(repeatElement(pixel, count: toWidth * toHeight).joined()))
    }

    @Test func `enlarging keeps a slope straight, and mirrors with the picture`() {
        let row = (0..<16).flatMap { x -> [UInt8] in [UInt8(x * 16), UInt8(255 - x * 16), 7, 255] }
        let larger = Raster(width: 16, height: 1, pixels: row).resized(toWidth: 64, height: 1)
        // A pixel and a half from each end, where pixels are repeated, the slope is a curve.
        for x in 6..<58 { #expect(abs(Int(larger.pixels[x * 4]) - (4 * x - 6)) <= 1, "column \(x)") }
        let picture = noise(9, 7, seed: 5)
        let mirrored = picture.oriented(.rotated180).resized(toWidth: 21, height: 20).oriented(.rotated180)
        let difference = zip(mirrored.pixels, picture.resized(toWidth: 21, height: 20).pixels)
            .reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
        #expect(difference <= 1)
    }

    @Test func `heights are in proportion, rounded, and never nothing`() {
        #expect(Raster.height(of: 985, 1307, atWidth: 1280) == 1698)
        #expect(Raster.height(of: 3, 2, atWidth: 4) == 3)
        #expect(Raster.height(of: 2000, 1, atWidth: 10) == 1)
        #expect(noise(6, 4, seed: 1).resized(toWidth: 3).height == 2)
        let picture = noise(6, 4, seed: 2)
        #expect(picture.resized(toWidth: 6, height: 4) == picture)
    }
}
