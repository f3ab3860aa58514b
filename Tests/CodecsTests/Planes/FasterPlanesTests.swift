import Codecs
import Randomness
import Rasters
import TestSupport
import Testing

/// A JPEG's planes that are decoded faster than by libjpeg are libjpeg's planes, by every kernel, and so are the remarks and
/// the errors.
@Suite struct FasterPlanesTests {
    private static let everyOption = [DecodeOptions(), DecodeOptions(acceptsTruncated: true)]

    private static let files =
        Samples.all.filter { $0.bytes.first == 0xFF }
        + SmallFixtures.files(
            in: ["good/formats", "good/orientation", "good/flat", "crafted", "bad"], endings: ["jpg"], below: 40000)

    /// Bits of the largest coefficients. With more than three, samples lie beyond what an encoder can mean, and libjpeg-turbo's
    /// kernels need not agree from one processor to another: ours are as those for x86.
    #if arch(x86_64)
        private static let sizes = [3, 6, 10]
    #else
        private static let sizes = [3]
    #endif

    private func compare(
        _ bytes: [UInt8], _ options: DecodeOptions, everyKernel: Bool = false, _ what: @autoclosure () -> String
    ) {
        let ways = PlaneWays(bytes, options: options)
        if !ways.agree { Issue.record("\(what()): not as libjpeg") }
        if everyKernel && !ways.agreePlain { Issue.record("\(what()): not as libjpeg by the plain kernel") }
    }

    @Test func `whole pictures are the same`() {
        #expect(Self.files.count > 20)
        for (name, bytes) in Self.files {
            compare(bytes, DecodeOptions(), everyKernel: true, name)
        }
    }

    @Test(arguments: [61, 62, 63] as [UInt64])
    func `blocks at random in every sampling are the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let chroma = [(1, 1), (1, 1)]
        let samplings =
            [[(1, 1)], [(2, 2)], [(1, 3)], [(2, 2), (2, 1), (2, 1)], [(2, 2), (1, 2), (1, 2)]]
            + [(1, 1), (2, 1), (1, 2), (2, 2), (4, 1), (1, 4), (4, 2), (2, 4), (3, 1), (1, 3), (3, 2)]
            .map { [$0] + chroma }
        for round in 0..<4 {
            for sampling in samplings {
                var jpeg = NoisyJPEG()
                jpeg.sampling = sampling
                jpeg.width = Int.random(in: 1...70, using: &random)
                jpeg.height = Int.random(in: 1...50, using: &random)
                jpeg.interval = [0, 0, 1, 3, 20][Int.random(in: 0..<5, using: &random)]
                jpeg.largest = Self.sizes[round % Self.sizes.count]
                let bytes = jpeg.bytes(&random)
                compare(bytes, DecodeOptions(), everyKernel: true, "\(sampling), seed \(seed), round \(round)")
                #expect(Decoded.error(of: bytes) == nil, "\(sampling), seed \(seed), round \(round)")
            }
        }
    }

    @Test func `a picture cut anywhere is the same`() {
        var random = SplitMix64(seed: 64)
        var jpeg = NoisyJPEG()
        (jpeg.width, jpeg.height, jpeg.interval) = (30, 20, 2)
        let bytes = jpeg.bytes(&random)
        for length in 0...bytes.count {
            for options in Self.everyOption { compare(Array(bytes[..<length]), options, "the first \(length) bytes") }
        }
        for (name, bytes) in Self.files where bytes.count > 100 {
            for _ in 0..<6 {
                let length = Int.random(in: 0..<bytes.count, using: &random)
                let options = Self.everyOption[length % 2]
                compare(Array(bytes[..<length]), options, "the first \(length) bytes of \(name)")
            }
        }
    }

    @Test(arguments: [65, 66] as [UInt64])
    func `changed pictures are the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for (name, bytes) in Self.files where !bytes.isEmpty {
            for round in 0..<6 {
                compare(bytes.damaged(&random), Self.everyOption[round % 2], "\(name), seed \(seed), round \(round)")
            }
        }
        for round in 0..<150 {
            var jpeg = NoisyJPEG()
            jpeg.interval = round % 3
            let bytes = jpeg.bytes(&random)
            compare(bytes.damaged(&random), Self.everyOption[round % 2], "noise, seed \(seed), round \(round)")
        }
    }

    @Test func `what is written is not taken for what follows`() {
        // Bytes behind the scan, restart markers in a wrong order or where none are due, no end, two ends.
        var random = SplitMix64(seed: 67)
        let tails: [[UInt8]] = [
            [], [0], [0xFF], [0xFF, 0], [0xFF, 0xD0], [0xFF, 0xD7], [0xFF, 0xFF, 0xD9], [1, 2, 3, 0xFF, 0xD9],
        ]
        for interval in [0, 2] {
            var jpeg = NoisyJPEG()
            jpeg.interval = interval
            let bytes = jpeg.bytes(&random)
            let scan = Array(bytes.dropLast(2))
            for tail in tails {
                for options in Self.everyOption { compare(scan + tail, options, "\(tail), interval \(interval)") }
            }
            for place in bytes.indices.dropLast() where bytes[place] == 0xFF && bytes[place + 1] & 0xF8 == 0xD0 {
                var wrong = bytes
                wrong[place + 1] ^= 1
                for options in Self.everyOption { compare(wrong, options, "restart at \(place)") }
            }
        }
    }

    @Test(.enabled(if: Corpus.exists)) func `every file of the corpus is the same`() throws {
        for path in try Expectations.everyFile() where ["jpg", "jpeg"].contains(where: path.hasSuffix) {
            let bytes = try Corpus.file(path)
            if bytes.count < 60_000 { compare(bytes, DecodeOptions(), path) }
        }
    }
}
