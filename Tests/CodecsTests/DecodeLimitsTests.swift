import Codecs
import Testing

@Suite struct DecodeLimitsTests {
    @Test func `a file that is too large is not looked at`() {
        let bytes = MadePNG().bytes
        #expect(
            Decoded.error(of: bytes, limits: DecodeLimits(maximumBytes: bytes.count - 1))
                == .tooManyBytes(bytes.count, limit: bytes.count - 1))
        #expect(Decoded.error(of: bytes, limits: DecodeLimits(maximumBytes: bytes.count)) == nil)
    }

    /// Few bytes that promise many pixels.
    private static var bombs: [(name: String, bytes: [UInt8], width: Int, height: Int)] {
        var png = MadePNG().bytes
        png.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
        png.replaceSubrange(8..<33, with: MadePNG.chunk("IHDR", Array(png[16..<29])))
        var jpeg = MadeJPEG().bytes
        let frame = (jpeg.firstRange(of: [0xFF, 0xC0])?.lowerBound ?? 0) + 5
        jpeg.replaceSubrange(frame..<frame + 4, with: [0xFF, 0xFF, 0xFF, 0xFE])
        var gif = MadeGIF()
        (gif.width, gif.height) = (65535, 65535)
        let webp = MadeWebP(width: 16383, height: 16383)
        return [
            ("png", png, 0x7FFF_FFFF, 0x7FFF_FFFF), ("jpeg", jpeg, 65534, 65535), ("gif", gif.bytes, 65535, 65535),
            ("webp", webp.bytes, 16383, 16383),
        ]
    }

    @Test(arguments: bombs)
    func `a bomb is refused from its header`(name: String, bytes: [UInt8], width: Int, height: Int) {
        let expected = DecodeError.tooManyPixels(width: width, height: height, limit: 100_000_000)
        do throws(DecodeError) {
            _ = try ImageDecoder.header(of: bytes.span)
            Issue.record("the \(name) is not refused")
        } catch {
            #expect(error == expected)
        }
    }

    @Test func `a limit that cannot be counted to is lowered`() {
        let bytes = Self.bombs[0].bytes
        let expected = DecodeError.tooManyPixels(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF, limit: 1 << 40)
        #expect(Decoded.error(of: bytes, limits: DecodeLimits(maximumPixels: .max)) == expected)
    }

    @Test func `an animation may have so many frames, and so many pixels in all`() throws {
        var gif = MadeGIF()
        gif.frames = [MadeGIF.Frame](repeating: .init(), count: 5)
        let header = try ImageDecoder.header(of: gif.bytes.span)
        #expect(header.frames == 5)
        #expect(
            Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumFrames: 4)) == .tooManyFrames(5, limit: 4))
        #expect(
            Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumTotalPixels: 79))
                == .tooManyPixelsInAll(width: 4, height: 4, frames: 5, limit: 79))
        #expect(Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumFrames: 5, maximumTotalPixels: 80)) == nil)
    }

    @Test func `a GIF frame larger than its canvas counts as it is coded`() throws {
        var gif = MadeGIF()
        gif.frames = [.init(), .init(width: 30, height: 20)]
        #expect(
            Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumPixels: 599))
                == .tooManyPixels(width: 30, height: 20, limit: 599))
        #expect(
            Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumTotalPixels: 615))?.code
                == "too-many-pixels-in-all")
        #expect(Decoded.error(of: gif.bytes, limits: DecodeLimits(maximumPixels: 600)) == nil)
    }

    @Test func `frames that are not wanted do not count`() {
        var gif = MadeGIF()
        gif.frames = [MadeGIF.Frame](repeating: .init(), count: 5)
        let limits = DecodeLimits(maximumFrames: 1, maximumTotalPixels: 16)
        #expect(Decoded.error(of: gif.bytes, options: DecodeOptions(frames: .first), limits: limits) == nil)
    }

    @Test func `a JPEG with thousands of scans is refused`() throws {
        // A progressive picture: one scan of differences, then the same refining scan again and again.
        var jpeg = MadeJPEG(width: 512, height: 512)
        jpeg.frameMarker = 0xC2
        let bytes = jpeg.bytes
        let scan = try #require(bytes.firstRange(of: [0xFF, 0xDA])).lowerBound
        let bits = [UInt8](repeating: 0, count: 512)
        var bomb = Array(bytes[..<scan]) + MadeJPEG.segment(0xDA, [1, 1, 0, 0, 0, 1]) + bits
        for _ in 0..<2000 { bomb += MadeJPEG.segment(0xDA, [1, 1, 0, 0, 0, 0x10]) + bits }
        bomb += [0xFF, 0xD9]
        #expect(Decoded.error(of: bomb) == .tooCostly(.jpeg, reason: "too many scans for its size"))
    }

    @Test(arguments: Samples.all)
    func `the memory that is announced grows with the picture`(name: String, bytes: [UInt8]) throws {
        let header = try ImageDecoder.header(of: bytes.span)
        let announced = ImageDecoder.memoryNeeded(for: header)
        #expect(announced >= header.width * 4 && announced < 4 << 20)
    }
}
