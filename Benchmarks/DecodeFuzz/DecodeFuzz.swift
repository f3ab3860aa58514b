// Are the faster ways through PNG, GIF, JPEG and WebP still the libraries' ways, and do planes say of JPEG and WebP what
// pixels say?
//
// Usage: decode-fuzz FOLDER SECONDS [SEED]
// Takes the small pictures of FOLDER, damages them at random (bytes, bits, cuts, pieces copied, chunks repaired and
// split), decodes each twice, and stops at the first one of which the two decodings differ: it is written to a file. The planes
// of JPEG and WebP are compared both ways, and so are the pixels of WebP; with their pixels, which they are not, planes are
// only by remarks and errors.

import Codecs
import Foundation
import Randomness
import Rasters

@main
struct DecodeFuzz: ~Copyable {
    private var random: SplitMix64
    private var decoder = ImageDecoder()
    private var other = ImageDecoder()
    private var tally: [String: Int] = [:]

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let seconds = Double(arguments[2]),
            let seed = UInt64(arguments.count > 3 ? arguments[3] : "1")
        else {
            print("usage: decode-fuzz FOLDER SECONDS [SEED]")
            exit(2)
        }
        let seeds = try Self.files(in: arguments[1])
        var fuzz = DecodeFuzz(random: SplitMix64(seed: seed))
        let end = ContinuousClock().now + .seconds(seconds)
        var count = 0
        while ContinuousClock().now < end {
            let picture = seeds[Int.random(in: seeds.indices, using: &fuzz.random)]
            let changed = fuzz.changed(picture)
            guard fuzz.agree(on: changed) else {
                try Data(changed).write(to: URL(filePath: "decode-fuzz-difference"))
                print("seed \(seed), picture \(count): the two ways differ; see decode-fuzz-difference")
                exit(1)
            }
            count += 1
        }
        print("seed \(seed): \(count) pictures of \(seeds.count) files, the same both ways")
        for (result, times) in fuzz.tally.sorted(by: { $0.key < $1.key }) { print("  \(result): \(times)") }
    }

    private static func files(in folder: String) throws -> [[UInt8]] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { name in [".png", ".gif", ".jpg", ".jpeg", ".webp"].contains { name.lowercased().hasSuffix($0) } }
            .map { [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + $0))) }
            .filter { !$0.isEmpty && $0.count < 40000 }
    }

    /// A picture with up to four things wrong with it, sometimes with its checksums made right again.
    private mutating func changed(_ picture: [UInt8]) -> [UInt8] {
        var bytes = picture
        for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            let length = min(Int.random(in: 1...64, using: &random), bytes.count - place)
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1: bytes[place] = .random(in: 0...255, using: &random)
            case 2, 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 4: bytes.removeSubrange(place..<place + length)
            case 5: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 6: bytes.removeLast(length)
            default: PNGChunks.split(&bytes, using: &random)
            }
        }
        if Bool.random(using: &random) { PNGChunks.repairChecksums(of: &bytes) }
        return bytes
    }

    private enum Result: Equatable {
        case decoded(Raster?, DecodeOutcome)
        case failed(DecodeError)
    }

    private mutating func agree(on bytes: [UInt8]) -> Bool {
        var options = DecodeOptions(acceptsTruncated: Bool.random(using: &random))
        options.frames = [.all, .first, .firstThenCheck][Int.random(in: 0..<3, using: &random)]
        if bytes.first == 0xFF || bytes.first == 0x52 { return planesAgree(on: bytes, options) }
        let fastest = Self.decode(bytes, options, &decoder)
        options.usesLibrariesOnly = true
        let libraries = Self.decode(bytes, options, &other)
        switch fastest {
        case .decoded(_, let outcome): tally[outcome.isTruncated ? "tolerated" : "whole", default: 0] += 1
        case .failed(let error): tally[error.code, default: 0] += 1
        }
        return fastest == libraries
    }

    /// Whether the planes are those of the libraries alone, have the outcome or the error of the pixels, and are complete if
    /// there is an outcome.
    private mutating func planesAgree(on bytes: [UInt8], _ options: DecodeOptions) -> Bool {
        let pixels = Self.decode(bytes, options, &decoder)
        var libraryOptions = options
        libraryOptions.usesLibrariesOnly = true
        let (fastest, sink) = Self.decodePlanes(bytes, options, &other)
        let (libraries, otherSink) = Self.decodePlanes(bytes, libraryOptions, &decoder)
        guard fastest == libraries else { return false }
        // Pixels of a WebP have a faster way too.
        if bytes.first == 0x52, Self.decode(bytes, libraryOptions, &other) != pixels { return false }
        switch fastest {
        case .decoded(_, let outcome):
            // How many rows come before an error is nobody's business.
            guard sink == otherSink else { return false }
            tally[outcome.isTruncated ? "planes, tolerated" : "planes, whole", default: 0] += 1
            guard case .decoded(_, outcome) = pixels else { return false }
            return sink.isComplete
        case .failed(let error):
            tally["planes, \(error.code)", default: 0] += 1
            return pixels == fastest
        }
    }

    private static func decodePlanes(
        _ bytes: [UInt8], _ options: DecodeOptions, _ decoder: inout ImageDecoder
    ) -> (Result, DigestingSink) {
        var sink = DigestingSink()
        do throws(DecodeError) {
            let limits = DecodeLimits(maximumPixels: 1_000_000, maximumTotalPixels: 4_000_000)
            let header = try ImageDecoder.header(of: bytes.span, limits: limits)
            let outcome = try decoder.decode(
                bytes.span, header: header, options: options, limits: limits, planesInto: &sink)
            return (.decoded(nil, outcome), sink)
        } catch {
            return (.failed(error), sink)
        }
    }

    private static func decode(_ bytes: [UInt8], _ options: DecodeOptions, _ decoder: inout ImageDecoder) -> Result {
        do throws(DecodeError) {
            let limits = DecodeLimits(maximumPixels: 1_000_000, maximumTotalPixels: 4_000_000)
            let header = try ImageDecoder.header(of: bytes.span, limits: limits)
            var sink = RasterSink()
            let outcome = try decoder.decode(bytes.span, header: header, options: options, limits: limits, into: &sink)
            return .decoded(stacked(sink.rasters), outcome)
        } catch {
            return .failed(error)
        }
    }

    /// All frames as one raster.
    private static func stacked(_ frames: [Raster]) -> Raster? {
        guard let first = frames.first else { return nil }
        return Raster(
            width: first.width, height: first.height * frames.count, pixels: Array(frames.map(\.pixels).joined()))
    }
}
