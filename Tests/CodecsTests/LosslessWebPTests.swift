import Codecs
import Randomness
import Rasters
import TestSupport
import Testing

/// Lossless WebP is decoded as by libwebp.
@Suite struct LosslessWebPTests {
    @Test(arguments: [51, 52] as [UInt64])
    func `all that the format allows is decoded as by libwebp`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var decoded = 0
        for round in 0..<150 {
            let bytes = AnyLosslessWebP.bytes(&random)
            var options = DecodeOptions(acceptsTruncated: round % 5 == 4)
            options.usesPlainKernels = round % 2 == 1
            let ways = BothWays(bytes, options: options)
            #expect(ways.agree, "seed \(seed), round \(round)")
            if case .decoded = ways.fastest { decoded += 1 }
        }
        #expect(decoded > 40, "seed \(seed)")
    }

    @Test func `no kernels give other pixels than the plain ones`() throws {
        for name in ["catgirl-blue/lossless", "formats/webp-lossless", "formats/alpha-exact"] {
            let bytes = try Fixtures.file("good/\(name).webp")
            var plain = DecodeOptions()
            plain.usesPlainKernels = true
            let (one, other) = (try Decoded(bytes), try Decoded(bytes, options: plain))
            #expect(one.frames == other.frames, "\(name)")
        }
    }

    @Test func `rows are turned, and frames composed, as by libwebp`() throws {
        var random = SplitMix64(seed: 53)
        var turned = MadeWebP(width: 7, height: 5, color: [9, 8, 7, 6])
        turned.exif = MadeExif.tiff(orientation: 6, isBigEndian: false)
        #expect(BothWays(turned.bytes).agree)
        for _ in 0..<20 {
            var webp = MadeWebP(width: 9, height: 8)
            webp.frames = (0..<4).map { _ in
                let left = 2 * Int.random(in: 0..<4, using: &random), top = 2 * Int.random(in: 0..<4, using: &random)
                return MadeWebP.Frame(
                    left: left, top: top, width: .random(in: 1...9 - left, using: &random),
                    height: .random(in: 1...8 - top, using: &random),
                    color: (0..<4).map { _ in .random(in: 0...255, using: &random) },
                    isBlended: .random(using: &random), leavesBackground: .random(using: &random))
            }
            #expect(BothWays(webp.bytes).agree)
            #expect(BothWays(webp.bytes, options: DecodeOptions(frames: .firstThenCheck)).agree)
        }
    }

    @Test func `tables and a strip are all that is announced beside the canvas`() throws {
        let header = try ImageDecoder.header(of: MadeWebP(width: 300, height: 200).bytes.span)
        var libraries = DecodeOptions()
        libraries.usesLibrariesOnly = true
        let more =
            ImageDecoder.memoryNeeded(for: header) - ImageDecoder.memoryNeeded(for: header, options: libraries)
        #expect(more == 512 << 10)
    }
}
