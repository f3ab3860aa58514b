import Codecs
import Randomness
import Rasters
import TestSupport
import Testing

/// What is decoded faster than by a library is decoded as by that library: pixels, remarks and errors.
@Suite struct FasterWaysTests {
    private static let everyOption = [
        DecodeOptions(), DecodeOptions(frames: .firstThenCheck), DecodeOptions(acceptsTruncated: true),
    ]

    /// Small fixtures with what real encoders write, and what is made here by hand.
    private static let pictures =
        Samples.all
        + SmallFixtures.files(
            in: ["good/formats", "good/flat", "good/animated", "crafted", "bad"], endings: [".png", ".gif", "webp"],
            below: 60000)

    /// Both ways once more, with a record of what differs; PNG also by the kernels that every processor has.
    private func compare(_ bytes: [UInt8], _ options: DecodeOptions, _ what: @autoclosure () -> String) {
        let ways = BothWays(bytes, options: options)
        if !ways.agree { Issue.record("\(what()): \(ways.describedDifference)") }
        guard bytes.first == 0x89 else { return }
        var plain = options
        plain.usesPlainKernels = true
        let plainWays = BothWays(bytes, options: plain)
        if !plainWays.agree { Issue.record("\(what()), plain kernels: \(plainWays.describedDifference)") }
    }

    @Test func `whole pictures are the same`() {
        #expect(Self.pictures.count > 40)
        for (name, bytes) in Self.pictures {
            for options in Self.everyOption { compare(bytes, options, "\(name), \(options)") }
        }
    }

    @Test func `cut pictures are the same`() {
        for (name, bytes) in Self.pictures {
            var lengths = Set(stride(from: 0, to: bytes.count, by: max(bytes.count / 12, 1)))
            lengths.formUnion((max(bytes.count - 20, 0)..<bytes.count))
            for length in lengths.sorted() {
                let options = Self.everyOption[length % 3]
                compare(Array(bytes[..<length]), options, "the first \(length) bytes of \(name), \(options)")
            }
        }
    }

    @Test(arguments: [31, 32] as [UInt64])
    func `changed pictures are the same`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for (name, bytes) in Self.pictures where !bytes.isEmpty {
            for round in 0..<12 {
                var changed = bytes.damaged(&random)
                // Behind a right checksum, damage gets further.
                if round % 2 == 0 { MadePNG.repairChecksums(of: &changed) }
                compare(changed, Self.everyOption[round % 3], "\(name), seed \(seed), round \(round)")
            }
        }
    }

    @Test(arguments: [41, 42, 43] as [UInt64])
    func `rows of every filter and size are unfiltered as by libpng`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<150 {
            let (color, depth) = [(0, 8), (2, 8), (3, 8), (6, 8), (0, 4), (3, 2), (0, 1), (4, 8)][round % 8]
            let filters = (0..<13).map { _ in UInt8.random(in: 0...4, using: &random) }
            let noise = (0..<4096).map { _ in Int.random(in: 0..<1 << depth, using: &random) }
            var png = MadePNG()
            png.width = Int.random(in: 1...40, using: &random)
            png.height = Int.random(in: 1...13, using: &random)
            (png.color, png.depth, png.chunkBytes) = (color, depth, Int.random(in: 1...900, using: &random))
            png.before = [("PLTE", (0..<3 << depth).map { UInt8($0 & 255) })]
            if color == 0 || color == 4 { png.before = [] }
            let samples = [1, 0, 3, 1, 2, 0, 4][color]
            png.filter = { filters[$0] }
            png.samples = { x, y in (0..<samples).map { noise[(y * 160 + x * samples + $0) % 4096] } }
            let bytes = png.bytes
            compare(bytes, DecodeOptions(), "seed \(seed), round \(round)")
            #expect(Decoded.error(of: bytes) == nil, "seed \(seed), round \(round)")
        }
    }

    @Test func `the whole picture counts in the memory that is announced`() throws {
        var png = MadePNG()
        (png.width, png.height) = (500, 400)
        let bytes = png.bytes
        let header = try ImageDecoder.header(of: bytes.span)
        var libraries = DecodeOptions()
        libraries.usesLibrariesOnly = true
        let more =
            ImageDecoder.memoryNeeded(for: header) - ImageDecoder.memoryNeeded(for: header, options: libraries)
        #expect(more > 800_400 && more < 810_000)
    }

    @Test(.enabled(if: Corpus.exists)) func `every file of the corpus is the same`() throws {
        for path in try Expectations.everyFile() where [".png", ".gif", "webp"].contains(path.suffix(4)) {
            let bytes = try Corpus.file(path)
            guard bytes.count < 200_000 else { continue }
            compare(bytes, DecodeOptions(), path)
        }
    }
}

extension BothWays {
    /// The errors if there are any, or that pixels or remarks are not the same.
    fileprivate var describedDifference: String {
        switch (libraries, fastest) {
        case (.decoded(let one, let outcome), .decoded(let other, let otherOutcome)):
            "\(one == other ? "the same pixels" : "other pixels"), \(outcome) and \(otherOutcome)"
        case (.failed(let error), .failed(let other)): "\(error) and \(other)"
        case (.failed(let error), .decoded): "\(error), and pixels"
        case (.decoded, .failed(let error)): "pixels, and \(error)"
        }
    }
}
