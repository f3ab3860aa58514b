import Codecs
import Rasters
import Testing

@Suite struct GIFDecodingTests {
    private static let white: [UInt8] = [255, 255, 255, 255]
    private static let red: [UInt8] = [255, 0, 0, 255]
    private static let green: [UInt8] = [0, 255, 0, 255]
    private static let clear: [UInt8] = [0, 0, 0, 0]

    /// Red all over, then a green 2 x 2 corner, then something that leaves the rest alone.
    private static func threeFrames(disposal: Int) throws -> Decoded {
        var gif = MadeGIF()
        gif.frames = [
            .init(disposal: 1, delay: 5),
            .init(width: 2, height: 2, disposal: disposal, delay: 0, index: { _, _ in 2 }),
            .init(left: 3, top: 3, width: 1, height: 1, delay: 7, index: { _, _ in 3 }),
        ]
        return try Decoded(gif.bytes)
    }

    @Test(arguments: [(0, green), (1, green), (2, clear), (3, red)])
    func `a frame is taken away as it asks`(disposal: Int, after: [UInt8]) throws {
        let decoded = try Self.threeFrames(disposal: disposal)
        #expect(decoded.frames.count == 3)
        #expect(decoded.frames[1][0, 0] == Self.green && decoded.frames[1][2, 2] == Self.red)
        #expect(decoded.frames[2][0, 0] == after)
        #expect(decoded.frames[2][3, 3] == [0, 0, 255, 255])
        #expect((decoded.header.alpha == .present) == (disposal == 2))
    }

    @Test func `delays add up, and zero stays zero`() throws {
        #expect(try Self.threeFrames(disposal: 1).header.durationMilliseconds == 120)
    }

    @Test func `a transparent index leaves what is below`() throws {
        var gif = MadeGIF()
        gif.frames = [.init(), .init(transparent: 0, index: { x, _ in x == 0 ? 2 : 0 })]
        let frames = try Decoded(gif.bytes).frames
        #expect(frames[1][0, 0] == Self.green && frames[1][1, 0] == Self.red)
    }

    @Test func `the background color is ignored, as browsers do`() throws {
        var gif = MadeGIF()
        gif.background = 2
        gif.frames = [.init(left: 1, top: 1, width: 2, height: 2)]
        let decoded = try Decoded(gif.bytes)
        #expect(decoded.frames[0][0, 0] == Self.clear && decoded.frames[0][1, 1] == Self.red)
        #expect(decoded.header.alpha == .present)
    }

    @Test func `a frame may have its own colors`() throws {
        var gif = MadeGIF()
        gif.colors = nil
        gif.frames = [.init(colors: [[9, 8, 7], [6, 5, 4], [0, 0, 0], [0, 0, 0]])]
        #expect(try Decoded(gif.bytes).frames[0][2, 2] == [6, 5, 4, 255])
        gif.frames = [.init()]
        #expect(Decoded.error(of: gif.bytes)?.code == "corrupt")
    }

    @Test func `an index without a color is black`() throws {
        var gif = MadeGIF()
        gif.frames = [.init(index: { _, _ in 100 })]
        #expect(try Decoded(gif.bytes).frames[0][0, 0] == [0, 0, 0, 255])
    }

    @Test func `interlaced rows find their places`() throws {
        var gif = MadeGIF()
        gif.height = 19
        gif.frames = [.init(height: 19, isInterlaced: true, index: { _, y in y % 4 })]
        let frame = try Decoded(gif.bytes).frames[0]
        let rows = [Self.white, Self.red, Self.green, [0, 0, 255, 255]]
        #expect((0..<19).allSatisfy { frame[1, $0] == rows[$0 % 4] })
    }

    @Test func `a frame beyond the canvas is cut to it`() throws {
        var gif = MadeGIF()
        gif.frames = [
            .init(), .init(left: 2, top: 3, width: 9, height: 9, disposal: 3, index: { x, _ in x == 1 ? 2 : 3 }),
            .init(left: 50, top: 50, width: 5, height: 5), .init(width: 0, height: 3),
        ]
        let frames = try Decoded(gif.bytes).frames
        #expect(frames.allSatisfy { $0.width == 4 && $0.height == 4 })
        #expect(frames[1][3, 3] == Self.green && frames[1][1, 3] == Self.red)
        #expect(frames[2] == frames[0] && frames[3] == frames[0])
    }

    @Test func `the older version has no controls`() throws {
        var gif = MadeGIF()
        gif.version = "GIF87a"
        #expect(try Decoded(gif.bytes).frames[0][0, 0] == Self.red)
    }

    @Test(arguments: [("NETSCAPE2.0", 0), ("NETSCAPE2.0", 3), ("ANIMEXTS1.0", 1)])
    func `the declared loops are read`(name: String, loops: Int) throws {
        var gif = MadeGIF()
        (gif.loops, gif.loopName, gif.frames) = (loops, name, [.init(), .init()])
        #expect(try Decoded(gif.bytes).header.loops == loops)
    }

    @Test func `an animation without the extension plays once, and a still does not play`() throws {
        var gif = MadeGIF()
        #expect(try Decoded(gif.bytes).header.loops == nil)
        #expect(try Decoded(gif.bytes).header.durationMilliseconds == nil)
        gif.frames = [.init(), .init()]
        #expect(try Decoded(gif.bytes).header.loops == 1)
    }

    @Test func `only the first frame, if that is all that is asked for`() throws {
        var gif = MadeGIF()
        gif.frames = [.init(), .init(), .init()]
        let decoded = try Decoded(gif.bytes, options: DecodeOptions(frames: .first))
        #expect(decoded.header.frames == 3 && decoded.outcome.framesDecoded == 1 && decoded.frames.count == 1)
    }

    @Test func `comments are counted`() throws {
        var gif = MadeGIF()
        gif.comment = "made by hand"
        #expect(try Decoded(gif.bytes).header.metadataBytes == 12)
    }

    @Test func `codes that make no sense are a failure`() throws {
        var bytes = MadeGIF().bytes
        // The first code after the clear code: an entry that the table does not have.
        bytes[bytes.count - 22] = 250
        #expect(Decoded.error(of: bytes)?.code == "corrupt")
    }

    @Test func `a block of an unknown kind is corrupt, not truncated`() throws {
        let bytes = MadeGIF().bytes
        #expect(Decoded.error(of: bytes.dropLast() + [0x77, 0x3B])?.code == "corrupt")
    }
}
