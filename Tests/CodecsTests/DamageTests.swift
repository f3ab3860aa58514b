import Codecs
import Randomness
import Rasters
import Testing

/// Bytes that nobody vouches for: every way to damage a picture ends in a typed error or in a whole raster.
@Suite struct DamageTests {
    private static let tolerant = DecodeOptions(acceptsTruncated: true)

    @Test(arguments: Samples.all)
    func `every sample is whole to begin with`(name: String, bytes: [UInt8]) throws {
        let decoded = try Decoded(bytes)
        #expect(!decoded.outcome.isTruncated && decoded.outcome.damage.isEmpty && decoded.outcome.notes.isEmpty)
        #expect(decoded.outcome.framesDecoded == decoded.header.frames)
    }

    @Test(arguments: Samples.all)
    func `every prefix is a typed failure`(name: String, bytes: [UInt8]) {
        for length in 0..<bytes.count {
            let error = Decoded.error(of: Array(bytes[..<length]))
            #expect(error?.fault == .bytes, "the first \(length) bytes of the \(name): \(String(describing: error))")
        }
    }

    @Test(arguments: Samples.all)
    func `a prefix that is accepted is a whole raster, and said to be truncated`(
        name: String, bytes: [UInt8]
    ) throws {
        let whole = try Decoded(bytes)
        var accepted = 0
        for length in 0..<bytes.count {
            let prefix = Array(bytes[..<length])
            guard let decoded = try? Decoded(prefix, options: Self.tolerant) else { continue }
            accepted += 1
            #expect(decoded.outcome.isTruncated && !decoded.outcome.damage.isEmpty)
            #expect(decoded.frames.count == decoded.outcome.framesDecoded && !decoded.frames.isEmpty)
            for frame in decoded.frames {
                #expect((frame.width, frame.height) == (decoded.header.displayWidth, decoded.header.displayHeight))
            }
        }
        #expect(accepted > 0)
        #expect(try Decoded(bytes, options: Self.tolerant).frames == whole.frames)
    }

    @Test func `rows that the bytes do not reach are transparent or gray`() throws {
        var png = MadePNG()
        (png.width, png.height) = (64, 64)
        png.samples = { _, _ in [1, 2, 3, 255] }
        let half = Array(png.bytes[..<(png.bytes.count / 2)])
        let frame = try Decoded(half, options: Self.tolerant).frames[0]
        #expect(frame[0, 0] == [1, 2, 3, 255] && frame[63, 63] == [0, 0, 0, 0])
        (png.color, png.samples) = (2, { _, _ in [1, 2, 3] })
        let opaque = try Decoded(Array(png.bytes[..<(png.bytes.count / 2)]), options: Self.tolerant).frames[0]
        #expect(opaque[0, 0] == [1, 2, 3, 255] && opaque[63, 63] == [128, 128, 128, 255])
    }

    @Test func `frames before the damage are kept`() throws {
        let whole = try Decoded(Samples.all[5].bytes)
        let cut = try Decoded(Array(Samples.all[5].bytes.dropLast(8)), options: Self.tolerant)
        #expect(cut.frames.count == 3 && cut.frames[0] == whole.frames[0] && cut.frames[1] == whole.frames[1])
    }

    @Test(arguments: [11, 12, 13] as [UInt64], Samples.all)
    func `flipped bits end in a typed error or in a whole raster`(
        seed: UInt64, sample: (name: String, bytes: [UInt8])
    ) {
        var random = SplitMix64(seed: seed)
        for round in 0..<400 {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            let options = DecodeOptions(
                acceptsTruncated: round % 2 == 0, scale: round % 3 == 0 ? .atLeast(side: 4) : .full)
            let limits = DecodeLimits(maximumPixels: 1_000_000)
            guard let decoded = try? Decoded(bytes, options: options, limits: limits) else { continue }
            let keepsWord = decoded.header.alpha == .present || decoded.frames.allSatisfy { $0.isOpaqueInPlaces }
            #expect(
                keepsWord,
                "\(sample.name), seed \(seed), round \(round): a pixel is see-through")
            #expect(
                decoded.frames.count == decoded.outcome.framesDecoded,
                "\(sample.name), seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func `random bytes behind a signature are a typed error`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let starts: [[UInt8]] = Samples.all.map { Array($0.bytes.prefix(40)) }
        for round in 0..<2000 {
            let start = starts[round % starts.count].prefix(Int.random(in: 0...40, using: &random))
            let rest = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let limits = DecodeLimits(maximumPixels: 1_000_000)
            let error = Decoded.error(of: start + rest, options: Self.tolerant, limits: limits)
            #expect(error == nil || error?.description.isEmpty == false, "seed \(seed), round \(round)")
        }
    }
}
