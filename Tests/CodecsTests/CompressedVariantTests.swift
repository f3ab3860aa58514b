import Codecs
import Rasters
import TestSupport
import Testing

@Suite struct CompressedVariantTests {
    private func variant(
        of bytes: [UInt8], width: Int = CompressedVariant.usualWidth, limits: DecodeLimits = DecodeLimits()
    ) throws(EncodeError) -> CompressedVariant {
        var decoder = ImageDecoder()
        return try CompressedVariant(of: bytes.span, width: width, quality: 90, limits: limits, decoder: &decoder)
    }

    private func error(of bytes: [UInt8], limits: DecodeLimits = DecodeLimits()) -> EncodeError? {
        do throws(EncodeError) {
            _ = try variant(of: bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["original.png", "jpeg-q60.jpg"])
    func `a picture becomes 1280 wide, even where that enlarges`(name: String) throws {
        let made = try variant(of: try Fixtures.file("good/catgirl-blue/\(name)"))
        let header = try Decoded(made.bytes).header
        #expect((header.width, header.height, header.format) == (1280, 1600, .jpeg))
        #expect((made.width, made.height) == (1280, 1600))
    }

    @Test func `every sample has its variant, upright`() throws {
        for (name, bytes) in Samples.all {
            let header = try Decoded(bytes).header
            let made = try variant(of: bytes, width: 40)
            let frame = try Decoded(made.bytes).frames[0]
            #expect(frame.width == 40 && frame.height == made.height, "\(name)")
            #expect(
                made.height == Raster.height(of: header.displayWidth, header.displayHeight, atWidth: 40), "\(name)")
        }
    }

    @Test func `what is transparent becomes white`() throws {
        var png = MadePNG()
        png.samples = { x, _ in x < 2 ? [255, 0, 0, 0] : [0, 0, 255, 255] }
        let frame = try Decoded(try variant(of: png.bytes, width: 64).bytes).frames[0]
        #expect(frame[0, 32][0] > 250 && frame[0, 32][1] > 250 && frame[0, 32][2] > 250)
        #expect(frame[63, 32][0] < 8 && frame[63, 32][2] > 250)
    }

    @Test func `a JPEG that shrinks looks the same as when it is decoded in full`() throws {
        let bytes = try Fixtures.file("good/catgirl-blue/jpeg-q60.jpg")
        let full = try Decoded(bytes).frames[0].resized(toWidth: 100)
        let shown = try Decoded(try variant(of: bytes, width: 100).bytes).frames[0]
        let sum = zip(full.pixels, shown.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        #expect(shown.height == full.height && sum < 4 * full.pixels.count, "\(sum) in \(full.pixels.count)")
    }

    @Test func `what cannot be decoded, and what would be too large, says so`() {
        #expect(error(of: []) == .source(.empty))
        #expect(error(of: Array(MadePNG().bytes.dropLast(20)))?.description.isEmpty == false)
        var png = MadePNG()
        (png.width, png.height) = (1, 52)
        #expect(error(of: png.bytes) == .tooLarge(width: 1280, height: 66560))
        (png.width, png.height) = (1, 8)
        #expect(
            error(of: png.bytes, limits: DecodeLimits(maximumPixels: 1_000_000))
                == .tooLarge(width: 1280, height: 10240))
    }
}
