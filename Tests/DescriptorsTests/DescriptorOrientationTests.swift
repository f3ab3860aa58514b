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
        let swaps = orientation.swapsSides
        let (width, height) = swaps ? (painting.height, painting.width) : (painting.width, painting.height)
        return Painting(width: width, height: height) { x, y in
            let (right, bottom) = (painting.width - 1, painting.height - 1)
            let (column, row) =
                switch orientation {
                case .upright: (x, y)
                case .mirrored: (right - x, y)
                case .rotated180: (right - x, bottom - y)
                case .flipped: (x, bottom - y)
                case .transposed: (y, x)
                case .rotatedRight: (y, bottom - x)
                case .transversed: (right - y, bottom - x)
                case .rotatedLeft: (right - y, x)
                }
            let at = (row * painting.width + column) * 4
            return (painting.pixels[at], painting.pixels[at + 1], painting.pixels[at + 2])
        }
    }
}
