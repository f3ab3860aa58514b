import Palettes
import Randomness
import Rasters
import Testing

@Suite struct ColorThiefTests {
    @Test(.enabled(if: Vectors.exist))
    func `recorded palettes are met to the last digit`() throws {
        let vectors = try Vectors.all()
        #expect(vectors.count == 24)
        var thief = ColorThief()
        for vector in vectors {
            let picture = try Vectors.picture(vector.name)
            let label = "\(vector.name), stride \(vector.stride), \(vector.space)"
            for strip in [1, 7, 48] {
                let sampler = ColorSampler(of: picture, stride: vector.stride, strip: strip)
                let colors = thief.colors(of: sampler, in: vector.space)
                #expect(colors.palette.colors.map(\.hexadecimal) == vector.palette, "\(label)")
                #expect(colors.main.hexadecimal == vector.main, "\(label)")
                let expected = Palette(colors: colors.palette.colors, populations: vector.populations)
                #expect(colors.palette == expected, "\(label)")
                #expect(thief.mainColor(of: sampler, in: vector.space) == colors.main, "\(label)")
                #expect(thief.palette(of: sampler, in: vector.space) == colors.palette, "\(label)")
            }
        }
    }

    @Test(.enabled(if: Vectors.exist))
    func `a recorded white picture is white`() throws {
        var thief = ColorThief()
        let colors = thief.colors(of: ColorSampler(of: try Vectors.picture("all-white")))
        #expect(colors.palette.colors.map(\.hexadecimal) == ["#FFFFFF"])
        #expect(colors.main.hexadecimal == "#FFFFFF")
    }

    /// Two figures on a ground, 24x18 pixels, by a formula; what is expected was checked by an independent program.
    private let drawing = Raster(width: 24, height: 18) { x, y in
        let inside = (x - 8) * (x - 8) + (y - 9) * (y - 9) < 36
        let red = inside ? 200 + x : 40 + 3 * y
        let green = inside ? 90 + 4 * y : 60 + 5 * x
        let blue = (x + y) % 5 * 30 + (inside ? 60 : 10)
        return SIMD4(UInt8(red), UInt8(green), UInt8(blue), x == 0 ? 100 : 255)
    }

    @Test func `a drawing has its known palettes`() {
        var thief = ColorThief()
        let sampler = ColorSampler(of: drawing, stride: 1)
        let polar = thief.colors(of: sampler, count: 6, in: .oklch)
        #expect(polar.main.hexadecimal == "#428D44")
        #expect(
            polar.palette.colors.map(\.hexadecimal)
                == ["#438849", "#8C659E", "#CE7A67", "#37A625", "#40594E", "#2A6C7A"])
        #expect(polar.palette.shares == [493, 143, 186, 89, 58, 31])
        let rgb = thief.colors(of: sampler, count: 6, in: .rgb)
        #expect(rgb.main.hexadecimal == "#D07E78")
        #expect(
            rgb.palette.colors.map(\.hexadecimal)
                == ["#429029", "#D07E89", "#418184", "#417E64", "#414C2B", "#D07E3C"])
        #expect(rgb.palette.shares == [331, 205, 142, 155, 109, 58])
    }

    @Test func `few colors are returned in the order in which they come`() {
        let stripes: [SIMD4<UInt8>] = [[200, 40, 60, 255], [20, 20, 24, 255], [240, 220, 120, 255]]
        let raster = Raster(width: 30, height: 10) { x, y in stripes[y < 1 ? 0 : y < 4 ? 1 : 2] }
        var thief = ColorThief()
        let rgb = thief.colors(of: ColorSampler(of: raster, stride: 1), in: .rgb)
        #expect(rgb.palette.colors.map(\.hexadecimal) == ["#C8283C", "#141418", "#F0DC78"])
        #expect(rgb.palette.shares == [100, 300, 600])
        #expect(rgb.main.hexadecimal == "#C8283C")
        // Through the lattice of OKLCH, as the library does.
        let polar = thief.colors(of: ColorSampler(of: raster, stride: 1))
        #expect(polar.palette.colors.map(\.hexadecimal) == ["#C8283A", "#141418", "#EFDC79"])
    }

    @Test(arguments: [PaletteSpace.oklch, .rgb])
    func `every picture has a palette`(space: PaletteSpace) {
        var thief = ColorThief()
        let colors: [(SIMD4<UInt8>, String)] = [
            ([255, 255, 255, 255], "#FFFFFF"), ([255, 255, 255, 0], "#FFFFFF"), ([0, 0, 0, 0], "#000000"),
            ([0, 0, 0, 255], "#000000"), ([251, 252, 253, 255], "#FBFCFD"), ([255, 0, 0, 255], "#FF0000"),
            ([255, 0, 0, 124], "#FF0000"),
        ]
        for (pixel, expected) in colors {
            for size in [(1, 1), (3, 2), (40, 40)] {
                let raster = Raster(width: size.0, height: size.1) { _, _ in pixel }
                let found = thief.colors(of: ColorSampler(of: raster), in: space)
                #expect(found.palette.colors.count == 1)
                #expect(found.palette.shares == [1000])
                #expect(found.main == found.palette.colors[0])
                if space == .rgb { #expect(found.main.hexadecimal == expected) }
                #expect(distance(found.main.hexadecimal, expected) < 2)
            }
        }
    }

    @Test func `transparent and white pixels count only if there is nothing else`() {
        var thief = ColorThief()
        let ground: [SIMD4<UInt8>] = [[255, 255, 255, 255], [0, 255, 0, 124], [251, 251, 251, 255]]
        let raster = Raster(width: 40, height: 30) { x, y in
            x == 5 ? [10, 20, 200, 125] : ground[(x + y) % 3]
        }
        let sampler = ColorSampler(of: raster, stride: 1)
        #expect(thief.palette(of: sampler, in: .rgb).colors.map(\.hexadecimal) == ["#0A14C8"])
        let without = Raster(width: 40, height: 30) { x, y in ground[(x + y) % 3] }
        let whites = thief.palette(of: ColorSampler(of: without, stride: 1), in: .rgb)
        #expect(Set(whites.colors.map(\.hexadecimal)) == ["#FFFFFF", "#FBFBFB"])
    }

    @Test func `samples that fall all the way have a palette`() {
        // Each of these pixels sets a new minimum on all axes, which the library's box would then not hold.
        var thief = ColorThief()
        let raster = Raster(width: 25, height: 1) { x, _ in SIMD4(repeating: UInt8(248 - 10 * x)) | [0, 0, 0, 255] }
        for space in [PaletteSpace.oklch, .rgb] {
            let palette = thief.palette(of: ColorSampler(of: raster, stride: 1), in: space)
            #expect(palette.colors.count == 14)
            #expect(palette.shares.reduce(0, +) == 1000)
        }
    }

    @Test func `a color thief forgets the picture before`() {
        var random = SplitMix64(seed: 4)
        var used = ColorThief()
        for _ in 0..<12 {
            let (width, height) = (Int.random(in: 1...90, using: &random), Int.random(in: 1...90, using: &random))
            let levels = UInt8.random(in: 1...255, using: &random)
            let raster = Raster(width: width, height: height) { _, _ in
                let bits = random.next()
                return SIMD4(UInt8(bits & 255) % levels, UInt8(bits >> 8 & 255) % levels, UInt8(bits >> 16 & 255), 255)
            }
            let sampler = ColorSampler(of: raster, stride: 1)
            for space in [PaletteSpace.oklch, .rgb] {
                var fresh = ColorThief()
                let colors = used.colors(of: sampler, in: space)
                #expect(colors == fresh.colors(of: sampler, in: space))
                #expect((1...14).contains(colors.palette.colors.count))
                #expect(colors.palette.shares.reduce(0, +) == 1000)
            }
        }
    }

    private func distance(_ first: String, _ second: String) -> Double {
        guard let first = try? RGB8(hexadecimal: first), let second = try? RGB8(hexadecimal: second) else {
            return .infinity
        }
        return OKLab(first).distance(to: OKLab(second))
    }
}
