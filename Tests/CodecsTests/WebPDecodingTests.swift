import Codecs
import Rasters
import Testing

@Suite struct WebPDecodingTests {
    @Test func `a flat picture has its color everywhere`() throws {
        let decoded = try Decoded(MadeWebP(width: 5, height: 3).bytes)
        #expect(decoded.frames[0][4, 2] == [10, 20, 30, 255])
        #expect(decoded.header.isLossless && decoded.header.alpha == .none && !decoded.header.isAnimated)
    }

    @Test func `alpha is straight`() throws {
        let decoded = try Decoded(MadeWebP(color: [200, 100, 50, 7]).bytes)
        #expect(decoded.header.alpha == .present)
        #expect(decoded.frames[0][0, 0] == [200, 100, 50, 7])
    }

    @Test func `alpha that the file says is not there is not there`() throws {
        var bytes = MadeWebP(color: [200, 100, 50, 7]).bytes
        // The bit after two sides of 14 bits.
        bytes[24] &= ~0x10
        let decoded = try Decoded(bytes)
        #expect(decoded.header.alpha == .none)
        #expect(decoded.frames[0][0, 0] == [200, 100, 50, 255])
    }

    @Test func `frames are blended exactly, or replace what is below`() throws {
        var webp = MadeWebP()
        webp.frames = [
            .init(color: [200, 100, 0, 255]), .init(color: [0, 100, 200, 128]),
            .init(width: 2, height: 2, color: [1, 2, 3, 4], isBlended: false),
            .init(left: 2, top: 2, width: 1, height: 1, color: [9, 9, 9, 0]),
        ]
        let frames = try Decoded(webp.bytes).frames
        // (0 * 128 + 200 * 127) / 255 = 99.6, and the other way round 100.4
        #expect(frames[1][0, 0] == [100, 100, 100, 255])
        #expect(frames[2][0, 0] == [1, 2, 3, 4] && frames[2][2, 2] == [100, 100, 100, 255])
        #expect(frames[3] == frames[2])
    }

    @Test func `two translucent colors mix by their weights`() throws {
        var webp = MadeWebP()
        webp.frames = [.init(color: [100, 0, 255, 64]), .init(color: [200, 50, 0, 128])]
        // Weights 128 * 255 = 32640 and 64 * 127 = 8128 of 40768.
        #expect(try Decoded(webp.bytes).frames[1][0, 0] == [180, 40, 51, 160])
    }

    @Test func `a frame that leaves the background leaves transparency`() throws {
        var webp = MadeWebP()
        webp.frames = [
            .init(), .init(width: 2, height: 2, color: [0, 255, 0, 255], leavesBackground: true),
            .init(left: 2, top: 2, width: 2, height: 2),
        ]
        let frames = try Decoded(webp.bytes).frames
        #expect(frames[2][0, 0] == [0, 0, 0, 0] && frames[2][3, 0] == [255, 0, 0, 255])
    }

    @Test func `what an animation declares is read`() throws {
        var webp = MadeWebP()
        (webp.loops, webp.frames) = (3, [.init(delay: 40), .init(delay: 0), .init(delay: 1000)])
        let header = try Decoded(webp.bytes).header
        #expect(header.frames == 3 && header.loops == 3 && header.durationMilliseconds == 1040)
    }

    @Test func `a frame outside the canvas is a failure`() throws {
        var webp = MadeWebP()
        webp.frames = [.init(), .init(left: 2, width: 3, height: 1)]
        #expect(Decoded.error(of: webp.bytes)?.code == "corrupt")
    }

    @Test func `EXIF's orientation is applied`() throws {
        var webp = MadeWebP(width: 6, height: 2)
        webp.exif = MadeExif.tiff(orientation: 8, isBigEndian: false)
        let decoded = try Decoded(webp.bytes)
        #expect(decoded.header.orientation == .rotatedLeft)
        #expect((decoded.frames[0].width, decoded.frames[0].height) == (2, 6))
        #expect(decoded.header.metadataBytes == webp.exif?.count)
    }
}
