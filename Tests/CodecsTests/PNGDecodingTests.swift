import Codecs
import Rasters
import Testing

@Suite struct PNGDecodingTests {
    /// Every color type with every depth it may have.
    static let kinds = [
        (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
        (6, 8), (6, 16),
    ]

    private static func made(color: Int, depth: Int, isInterlaced: Bool) -> MadePNG {
        var png = MadePNG()
        (png.width, png.height, png.color, png.depth, png.isInterlaced) = (13, 9, color, depth, isInterlaced)
        let top = 1 << depth
        if color == 3 {
            png.before = [("PLTE", (0..<min(top, 256)).flatMap { [UInt8($0), UInt8(255 - $0), 7] })]
        }
        png.samples = { x, y in
            let ramp = [(x * 5 + y * 3) % top, (x * 7 + y) % top, (y * 11) % top, (x + y) * (top - 1) / 20]
            return switch color {
            case 0, 3: [ramp[0]]
            case 2: Array(ramp[0..<3])
            case 4: [ramp[0], ramp[3]]
            default: ramp
            }
        }
        return png
    }

    private static func expected(_ png: MadePNG, _ x: Int, _ y: Int) -> [UInt8] {
        let top = 1 << png.depth
        let samples = png.samples(x, y)
        if png.color == 3 { return [UInt8(samples[0]), UInt8(255 - samples[0]), 7, 255] }
        let bytes = samples.map { UInt8(($0 * 255 * 2 + top - 1) / ((top - 1) * 2)) }
        return switch png.color {
        case 0: [bytes[0], bytes[0], bytes[0], 255]
        case 2: bytes + [255]
        case 4: [bytes[0], bytes[0], bytes[0], bytes[1]]
        default: bytes
        }
    }

    @Test(arguments: kinds, [false, true])
    func `each kind of pixel becomes RGBA`(kind: (color: Int, depth: Int), isInterlaced: Bool) throws {
        let png = Self.made(color: kind.color, depth: kind.depth, isInterlaced: isInterlaced)
        let decoded = try Decoded(png.bytes)
        #expect(decoded.header.bitDepth == kind.depth)
        #expect(decoded.header.isProgressive == isInterlaced)
        #expect((decoded.header.alpha == .present) == (kind.color >= 4))
        for y in 0..<png.height {
            for x in 0..<png.width { #expect(decoded.frames[0][x, y] == Self.expected(png, x, y)) }
        }
    }

    @Test func `16 bits become 8 by exact rounding`() throws {
        var png = MadePNG()
        (png.width, png.height, png.color, png.depth) = (256, 256, 0, 16)
        png.samples = { x, y in [y * 256 + x] }
        let pixels = try Decoded(png.bytes).frames[0].pixels
        #expect((0..<65536).allSatisfy { Int(pixels[$0 * 4]) == ($0 * 255 + 32767) / 65535 })
    }

    @Test func `a transparent gray or color is see-through, at full depth`() throws {
        var png = MadePNG()
        (png.width, png.height, png.color, png.depth) = (2, 1, 0, 16)
        png.samples = { x, _ in [x == 0 ? 0x1234 : 0x1235] }
        png.before = [("tRNS", [0x12, 0x34])]
        let decoded = try Decoded(png.bytes)
        #expect(decoded.header.alpha == .present)
        #expect(decoded.frames[0][0, 0] == [18, 18, 18, 0])
        #expect(decoded.frames[0][1, 0] == [18, 18, 18, 255])
    }

    @Test func `a palette may have its own alphas`() throws {
        var png = MadePNG()
        (png.width, png.height, png.color, png.depth) = (3, 1, 3, 2)
        png.before = [("PLTE", [1, 2, 3, 4, 5, 6, 7, 8, 9]), ("tRNS", [0, 100])]
        png.samples = { x, _ in [x] }
        let frame = try Decoded(png.bytes).frames[0]
        #expect([frame[0, 0], frame[1, 0], frame[2, 0]] == [[1, 2, 3, 0], [4, 5, 6, 100], [7, 8, 9, 255]])
    }

    @Test func `an APNG is its default image, and said to move`() throws {
        var png = MadePNG()
        png.before = [("acTL", [0, 0, 0, 3, 0, 0, 0, 7])]
        let decoded = try Decoded(png.bytes)
        #expect(decoded.header.isAnimated && decoded.header.frames == 1 && decoded.header.loops == 7)
        #expect(decoded.frames.count == 1)
    }

    @Test func `gamma is not applied`() throws {
        var png = MadePNG()
        let plain = try Decoded(png.bytes).frames
        png.before = [("gAMA", [0, 0, 0x27, 0x10])]
        #expect(try Decoded(png.bytes).frames == plain)
    }

    @Test func `text and profiles are counted, not kept`() throws {
        var png = MadePNG()
        png.before = [("tEXt", Array("Title\0a cat".utf8))]
        png.after = [("iTXt", [UInt8](repeating: 65, count: 30)), ("tIME", [0, 0, 0, 0, 0, 0, 0])]
        #expect(try Decoded(png.bytes).header.metadataBytes == 41)
    }

    @Test(arguments: ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"])
    func `a wrong checksum in a chunk that pixels depend on is a typed failure`(name: String) throws {
        var png = MadePNG()
        (png.color, png.samples) = (3, { _, _ in [0] })
        png.before = [("PLTE", [1, 2, 3]), ("tRNS", [9])]
        var bytes = png.bytes
        let length = ["IHDR": 13, "PLTE": 3, "tRNS": 1, "IEND": 0][name]
        let at = try #require(bytes.firstRange(of: Array(name.utf8)))
        bytes[length.map { at.upperBound + $0 } ?? (bytes.count - 13)] ^= 1
        let error = try #require(Decoded.error(of: bytes))
        #expect(error.code == "corrupt", "\(error)")
    }

    @Test func `a wrong checksum in text is only told`() throws {
        var png = MadePNG()
        png.before = [("tEXt", Array("Title\0a cat".utf8))]
        var bytes = png.bytes
        let at = try #require(bytes.firstRange(of: Array("a cat".utf8)))
        bytes[at.lowerBound] ^= 1
        let outcome = try Decoded(bytes).outcome
        #expect(!outcome.isTruncated && outcome.damage.isEmpty)
        #expect(outcome.notes == ["tEXt: CRC error"])
    }

    @Test func `16 bits are there for those who ask`() throws {
        var png = MadePNG()
        (png.width, png.height, png.depth) = (1, 1, 16)
        png.samples = { _, _ in [0x0102, 0x0304, 0x0506, 0x0708] }
        #expect(try DeepPNG(decoding: png.bytes.span).pixels == [2, 1, 4, 3, 6, 5, 8, 7])
    }

    @Test func `bytes after the last pixel are only told`() throws {
        let outcome = try Decoded(MadePNG(surplus: [1, 2, 3]).bytes).outcome
        #expect(!outcome.isTruncated && outcome.notes == ["IDAT: Extra compressed data"])
    }
}
