import Codecs
import Rasters
import Testing

@Suite struct JPEGDecodingTests {
    private static func color(of jpeg: MadeJPEG) throws -> [UInt8] { try Decoded(jpeg.bytes).frames[0][3, 3] }

    @Test func `gray stays gray`() throws {
        #expect(try Self.color(of: MadeJPEG(values: [200])) == [200, 200, 200, 255])
        #expect(try Decoded(MadeJPEG().bytes).header.colorModel == .gray)
    }

    @Test func `three components are luma and chroma unless they say they are not`() throws {
        // Without a marker; ids that spell RGB; Adobe's word for it.
        #expect(try Self.color(of: MadeJPEG(values: [128, 128, 200])) == [229, 77, 128, 255])
        #expect(try Self.color(of: MadeJPEG(values: [200, 128, 50], ids: [82, 71, 66])) == [200, 128, 50, 255])
        #expect(try Self.color(of: MadeJPEG(values: [200, 128, 50], adobeTransform: 0)) == [200, 128, 50, 255])
        #expect(try Self.color(of: MadeJPEG(values: [128, 128, 200], adobeTransform: 1)) == [229, 77, 128, 255])
    }

    @Test func `inks are light under black, inverted as Adobe stores them`() throws {
        let plain = MadeJPEG(values: [55, 255, 200, 55])
        // 255 - 55 = 200 of 255 is left under cyan, and so much of that under black.
        #expect(try Self.color(of: plain) == [157, 0, 43, 255])
        #expect(try Decoded(plain.bytes).header.colorModel == .cmyk)
        var adobe = MadeJPEG(values: [200, 1, 55, 200])
        adobe.adobeTransform = 0
        #expect(try Self.color(of: adobe) == [157, 1, 43, 255])
        adobe.adobeTransform = 2
        #expect(try Decoded(adobe.bytes).header.colorModel == .ycck)
        #expect(try Decoded(adobe.bytes).header.alpha == .none)
    }

    @Test(arguments: [true, false], 1...8)
    func `EXIF's orientation is applied, whatever its byte order`(isBigEndian: Bool, value: Int) throws {
        var jpeg = MadeJPEG(width: 24, height: 16)
        jpeg.segments = [(0xE1, MadeExif.segment(orientation: value, isBigEndian: isBigEndian))]
        let decoded = try Decoded(jpeg.bytes)
        #expect(decoded.header.orientation.rawValue == value)
        #expect((decoded.header.width, decoded.header.height) == (24, 16))
        let isTurned = value >= 5
        #expect((decoded.frames[0].width, decoded.frames[0].height) == (isTurned ? (16, 24) : (24, 16)))
        #expect(decoded.header.displayWidth == decoded.frames[0].width)
    }

    @Test func `malformed EXIF means upright`() throws {
        let good = MadeExif.segment(orientation: 6, isBigEndian: true)
        var broken = [
            MadeExif.segment(orientation: 0, isBigEndian: true), MadeExif.segment(orientation: 9, isBigEndian: false),
            MadeExif.segment(orientation: 6, isBigEndian: true, type: 2),
        ]
        broken += (6..<good.count - 6).map { Array(good[..<$0]) }
        // Offsets that lead out of the segment, and a number of entries that lies.
        for place in [10, 11, 12, 13, 14, 15] {
            var bytes = good
            bytes[place] = 0xFF
            broken.append(bytes)
        }
        for exif in broken {
            var jpeg = MadeJPEG()
            jpeg.segments = [(0xE1, exif)]
            let header = try Decoded(jpeg.bytes).header
            #expect(header.orientation == .upright || exif[14...15] == [0xFF, 2] || exif[14...15] == [0, 0xFF])
            #expect(header.metadataBytes == exif.count)
        }
    }

    @Test(arguments: [(1, 8, 4, 2), (4, 4, 8, 4), (5, 2, 15, 8), (8, 2, 15, 8), (9, 1, 29, 16), (30, 1, 29, 16)])
    func `a scaled picture keeps its shorter side`(side: Int, denominator: Int, width: Int, height: Int) throws {
        let jpeg = MadeJPEG(width: 29, height: 16)
        let decoded = try Decoded(jpeg.bytes, options: DecodeOptions(scale: .atLeast(side: side)))
        #expect(decoded.outcome.denominator == denominator)
        #expect((decoded.frames[0].width, decoded.frames[0].height) == (width, height))
        #expect(decoded.frames[0][0, 0] == [100, 100, 100, 255])
    }

    @Test func `only JPEG is scaled`() throws {
        let decoded = try Decoded(MadePNG().bytes, options: DecodeOptions(scale: .atLeast(side: 1)))
        #expect(decoded.outcome.denominator == 1 && decoded.frames[0].width == 4)
    }

    @Test func `the quality is told from the quantization`() throws {
        var jpeg = MadeJPEG()
        jpeg.divisors = [UInt8](repeating: 1, count: 64)
        #expect(try ImageDecoder.header(of: jpeg.bytes.span).quality == 100)
        jpeg.divisors = [UInt8](repeating: 255, count: 64)
        #expect(try ImageDecoder.header(of: jpeg.bytes.span).quality == 1)
        // The example table as it is stands for 50; its sum is 3688.
        jpeg.divisors =
            [UInt8](repeating: 57, count: 40) + [UInt8](repeating: 58, count: 24 - 8) + [
                60, 60, 60, 60, 60, 60, 60, 60,
            ]
        #expect(try ImageDecoder.header(of: jpeg.bytes.span).quality == 50)
    }

    @Test func `metadata is counted`() throws {
        var jpeg = MadeJPEG()
        jpeg.segments = [(0xFE, Array("hello".utf8)), (0xE2, [UInt8](repeating: 0, count: 20)), (0xE0, [1, 2, 3])]
        #expect(try Decoded(jpeg.bytes).header.metadataBytes == 25)
    }

    @Test func `bytes between segments are passed over, and told`() throws {
        let bytes = MadeJPEG().bytes
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0])).lowerBound
        let outcome = try Decoded(Array(bytes[..<frame]) + [1, 2, 3] + bytes[frame...]).outcome
        #expect(!outcome.isTruncated)
        #expect(outcome.notes == ["Corrupt JPEG data: 3 extraneous bytes before marker 0xc0"])
    }

    @Test func `what the library cannot do is unsupported`() throws {
        var jpeg = MadeJPEG()
        jpeg.frameMarker = 0xC3
        #expect(Decoded.error(of: jpeg.bytes)?.code == "unsupported")
        jpeg.frameMarker = 0xC0
        jpeg.height = 0
        #expect(
            Decoded.error(of: jpeg.bytes) == .unsupported(.jpeg, reason: "the height is given after the pixels (DNL)"))
    }

    @Test func `two frame headers are a failure`() throws {
        let bytes = MadeJPEG().bytes
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0]))
        let doubled = Array(
            bytes[..<frame.lowerBound] + bytes[frame.lowerBound..<frame.lowerBound + 13] + bytes[frame.lowerBound...])
        #expect(Decoded.error(of: doubled)?.code == "corrupt")
    }
}
