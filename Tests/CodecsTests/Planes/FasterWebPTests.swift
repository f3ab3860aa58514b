import Codecs
import Randomness
import Rasters
import TestSupport
import Testing

/// A lossy WebP's planes and pixels that are decoded faster than by libwebp are libwebp's, by every kernel, and so are the
/// errors.
@Suite struct FasterWebPTests {
    private static let everyOption = [DecodeOptions(), DecodeOptions(acceptsTruncated: true)]

    private static let files = SmallFixtures.files(
        in: ["formats", "orientation", "landscape", "flat", "animated"].map { "good/" + $0 } + ["crafted", "bad"],
        endings: ["webp"], below: 12000)

    private func compare(_ bytes: [UInt8], _ options: DecodeOptions, _ what: @autoclosure () -> String) {
        let ways = PlaneWays(bytes, options: options)
        if !ways.agree { Issue.record("\(what()): not as libwebp") }
        if !ways.agreePlain { Issue.record("\(what()): not as libwebp by the plain kernels") }
        var plain = options
        plain.usesPlainKernels = true
        for options in [options, plain] {
            if !BothWays(bytes, options: options).agree { Issue.record("\(what()): other pixels, \(options)") }
        }
    }

    @Test func `whole pictures are the same`() {
        #expect(Self.files.count > 10)
        for (name, bytes) in Self.files { compare(bytes, DecodeOptions(), name) }
    }

    @Test(arguments: [71, 72] as [UInt64])
    func `frames at random of every size are the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<20 {
            var webp = NoisyWebP()
            webp.width = Int.random(in: 1...70, using: &random)
            webp.height = Int.random(in: 1...50, using: &random)
            webp.partitions = round % 4
            webp.rarity = [1, 3, 10, 40][Int.random(in: 0..<4, using: &random)]
            let bytes = webp.bytes(&random)
            compare(bytes, DecodeOptions(), "seed \(seed), round \(round)")
            #expect(Decoded.error(of: bytes) == nil, "seed \(seed), round \(round)")
        }
    }

    @Test func `a picture cut anywhere is the same`() {
        var random = SplitMix64(seed: 73)
        for (name, bytes) in Self.files where bytes.count > 100 {
            for round in 0..<3 {
                let length = round == 0 ? bytes.count - 1 : Int.random(in: 0..<bytes.count, using: &random)
                compare(Array(bytes[..<length]), Self.everyOption[round % 2], "the first \(length) bytes of \(name)")
            }
        }
    }

    @Test(arguments: [74, 75] as [UInt64])
    func `changed pictures are the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for (name, bytes) in Self.files where !bytes.isEmpty {
            for round in 0..<3 {
                compare(bytes.damaged(&random), Self.everyOption[round % 2], "\(name), seed \(seed), round \(round)")
            }
        }
        for round in 0..<10 {
            var webp = NoisyWebP()
            webp.partitions = round % 3
            let bytes = webp.bytes(&random)
            compare(bytes.damaged(&random), Self.everyOption[round % 2], "noise, seed \(seed), round \(round)")
        }
    }

    @Test(.enabled(if: Corpus.exists)) func `every file of the corpus is the same`() throws {
        for path in try Expectations.everyFile() where path.hasSuffix("webp") {
            let bytes = try Corpus.file(path)
            if bytes.count < 10_000 { compare(bytes, DecodeOptions(), path) }
        }
    }
}
