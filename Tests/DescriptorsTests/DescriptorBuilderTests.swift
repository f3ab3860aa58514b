import Descriptors
import Testing

@Suite struct DescriptorBuilderTests {
    static let sizes = [
        (1, 1), (1, 7), (3, 500), (500, 3), (31, 33), (63, 65), (64, 64), (65, 63), (100, 90), (128, 64), (200, 131),
        (97, 257), (61, 515), (2, 17_000),
    ]

    @Test(arguments: sizes)
    func `luma is the exact mean of every pixel's share`(width: Int, height: Int) {
        let painting = Painting.noise(width: width, height: height, seed: UInt64(width * 1000 + height))
        let sums = PlainDescriptor.means({ painting.luma($0, $1) }, width: width, height: height, side: 64)
        let unit = 32768 * width * height
        #expect(painting.descriptor.luma.map(Int.init) == sums.map { ($0 + unit / 2) / unit })
    }

    @Test(arguments: sizes)
    func `color differences are the exact means of every pixel's share`(width: Int, height: Int) {
        let painting = Painting.noise(width: width, height: height, seed: UInt64(width + height * 1000))
        let channels = (0..<3).map { channel in
            PlainDescriptor.means(
                { Int(painting.pixels[($1 * width + $0) * 4 + channel]) }, width: width, height: height, side: 32)
        }
        let unit = Double(width * height)
        let descriptor = painting.descriptor
        for cell in 0..<1024 {
            let (red, green, blue) = (
                Double(channels[0][cell]) / unit, Double(channels[1][cell]) / unit, Double(channels[2][cell]) / unit
            )
            let cb = 128 - 0.168736 * red - 0.331264 * green + 0.5 * blue
            let cr = 128 + 0.5 * red - 0.418688 * green - 0.081312 * blue
            #expect(abs(Double(descriptor.cb[cell]) - min(cb, 255)) <= 0.51)
            #expect(abs(Double(descriptor.cr[cell]) - min(cr, 255)) <= 0.51)
        }
    }

    @Test func `one color gives that color in every cell and no detail`() {
        for (width, height) in [(1, 1), (40, 3), (130, 517), (3, 5000)] {
            let descriptor = Painting(width: width, height: height) { _, _ in (255, 0, 0) }.descriptor
            #expect(descriptor.luma == [UInt8](repeating: 76, count: 4096))
            #expect(descriptor.cb == [UInt8](repeating: 85, count: 1024))
            #expect(descriptor.cr == [UInt8](repeating: 255, count: 1024))
            #expect(descriptor.detail.horizontal + descriptor.detail.vertical == [UInt32](repeating: 0, count: 14))
        }
    }

    @Test func `a builder that was used before gives the same`() {
        var used = DescriptorBuilder()
        for (width, height) in Self.sizes + Self.sizes.reversed() {
            let painting = Painting.noise(width: width, height: height, seed: 5)
            #expect(painting.descriptor(&used) == painting.descriptor)
        }
    }

    @Test func `a picture four times as large by repeated pixels has the same cells`() {
        let small = Painting.noise(width: 80, height: 70, seed: 8)
        let large = small.enlarged(by: 4, smooth: false)
        #expect(small.descriptor.luma == large.descriptor.luma)
    }
}
