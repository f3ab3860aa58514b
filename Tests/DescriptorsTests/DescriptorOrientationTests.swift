import Descriptors
import Rasters
import Testing

@Suite struct DescriptorOrientationTests {
    @Test(arguments: [(64, 64), (100, 90), (31, 70), (200, 131)], Orientation.allCases)
    func `the cells are those of the turned picture`(size: (width: Int, height: Int), orientation: Orientation) {
        let painting = Painting.noise(width: size.width, height: size.height, seed: 5)
        let turned = Self.turned(painting, orientation).descriptor
        let known = painting.descriptor.oriented(orientation)
        #expect(known.luma == turned.luma)
        #expect(known.cb == turned.cb)
        #expect(known.cr == turned.cr)
    }

    @Test func `detail changes its direction with the sides`() {
        // Bars that stand upright: everything happens along rows.
        let bars = Painting(width: 300, height: 300) { x, _ in x % 7 < 3 ? (200, 200, 200) : (40, 40, 40) }
        let detail = bars.descriptor.detail
        #expect(detail.vertical.allSatisfy { $0 == 0 } && detail.horizontal.allSatisfy { $0 > 0 })
        for orientation in Orientation.allCases {
            let (known, turned) = (detail.oriented(orientation), Self.turned(bars, orientation).descriptor.detail)
            #expect(known.vertical.allSatisfy { $0 == 0 } != orientation.swapsSides)
            #expect(turned.vertical.allSatisfy { $0 == 0 } != orientation.swapsSides)
            #expect(detail.oriented(orientation).oriented(orientation) == detail)
        }
    }

    private static func turned(_ painting: Painting, _ orientation: Orientation) -> Painting {
        let turned = Raster(width: painting.width, height: painting.height, pixels: painting.pixels)
            .oriented(orientation)
        return Painting(width: turned.width, height: turned.height) { x, y in
            let at = (y * turned.width + x) * 4
            return (turned.pixels[at], turned.pixels[at + 1], turned.pixels[at + 2])
        }
    }
}
