import Codecs
import Rasters
import TestSupport
import Testing

@Suite struct JPEGEncoderTests {
    private func slope(_ width: Int, _ height: Int) -> Raster {
        let pixels = (0..<width * height).flatMap { at -> [UInt8] in
            [UInt8(at % width * 255 / width), UInt8(at / width * 255 / height), 90, 255]
        }
        return Raster(width: width, height: height, pixels: pixels)
    }

    @Test(arguments: [(1, 1), (16, 16), (17, 9), (200, 120), (60, 300)])
    func `a picture comes back nearly as it was`(width: Int, height: Int) throws {
        let picture = slope(width, height)
        let bytes = try JPEGEncoder.encode(picture, quality: 95)
        let decoded = try Decoded(bytes)
        let header = decoded.header
        #expect((header.width, header.height, header.quality, header.isProgressive) == (width, height, 95, false))
        let sum = zip(decoded.frames[0].pixels, picture.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(sum <= 4 * picture.pixels.count, "\(sum) in \(picture.pixels.count)")
    }

    @Test func `every quality is what the header says again, and bytes grow with it`() throws {
        let picture = slope(64, 64)
        var counts: [Int] = []
        for quality in [1, 25, 50, 75, 90, 100] {
            let bytes = try JPEGEncoder.encode(picture, quality: quality)
            #expect(try Decoded(bytes).header.quality == quality)
            counts.append(bytes.count)
        }
        #expect(counts == counts.sorted())
    }

    @Test func `chroma is halved, and alpha is not looked at`() throws {
        let picture = slope(32, 32)
        let bytes = try JPEGEncoder.encode(picture, quality: 80)
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0])?.lowerBound)
        #expect((0..<3).map { bytes[frame + 11 + 3 * $0] } == [0x22, 0x11, 0x11])
        var pixels = picture.pixels
        for at in stride(from: 3, to: pixels.count, by: 4) { pixels[at] = UInt8(at % 251) }
        #expect(try JPEGEncoder.encode(Raster(width: 32, height: 32, pixels: pixels), quality: 80) == bytes)
    }

    @Test func `a side that the format has no room for is refused`() {
        let line = Raster(width: 65501, height: 1, pixels: [UInt8](repeating: 9, count: 65501 * 4))
        #expect(throws: EncodeError.tooLarge(width: 65501, height: 1)) { try JPEGEncoder.encode(line, quality: 80) }
    }
}
