import Codecs
import Foundation
import Randomness
import Rasters
import TestSupport
import Testing

/// Planes are what pixels are made of, and say the same of a file as its pixels do.
@Suite struct PlanesTests {
    private static let everyOption = [DecodeOptions(), DecodeOptions(acceptsTruncated: true)]

    private static let pictures: [(name: String, bytes: [UInt8])] = {
        var pictures = Samples.all.filter { [0xFF, 0x52].contains($0.bytes.first) }
        for folder in ["good/formats", "good/orientation", "good/flat", "good/animated", "crafted", "bad"] {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.root.path + "/" + folder)) ?? []
            for file in files.sorted() where file.hasSuffix("jpg") || file.hasSuffix("webp") {
                guard let bytes = try? Fixtures.file("\(folder)/\(file)"), bytes.count < 60000 else { continue }
                pictures.append(("\(folder)/\(file)", bytes))
            }
        }
        return pictures
    }()

    /// The outcome, or the error.
    private func verdict(
        _ bytes: [UInt8], _ options: DecodeOptions, planes: Bool
    ) -> Result<DecodeOutcome, DecodeError> {
        do throws(DecodeError) {
            if planes { return .success(try PlanesSink.planes(of: bytes, options: options).outcome) }
            return .success(
                try Decoded(bytes, options: options, limits: DecodeLimits(maximumPixels: 4_000_000)).outcome)
        } catch {
            return .failure(error)
        }
    }

    private func compare(_ bytes: [UInt8], _ options: DecodeOptions, _ what: @autoclosure () -> String) {
        let (pixels, planes) = (verdict(bytes, options, planes: false), verdict(bytes, options, planes: true))
        if pixels != planes { Issue.record("\(what()): \(pixels) and \(planes)") }
    }

    @Test func `whole and cut pictures have the same verdict both ways`() {
        #expect(Self.pictures.count > 10)
        for (name, bytes) in Self.pictures {
            var lengths = Set(stride(from: 0, to: bytes.count, by: max(bytes.count / 12, 1)))
            lengths.formUnion(max(bytes.count - 8, 0)...bytes.count)
            for length in lengths.sorted() {
                for options in Self.everyOption {
                    compare(Array(bytes[..<length]), options, "the first \(length) bytes of \(name), \(options)")
                }
            }
        }
    }

    @Test(arguments: [51, 52] as [UInt64])
    func `changed pictures have the same verdict both ways`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for (name, bytes) in Self.pictures where !bytes.isEmpty {
            for round in 0..<12 {
                compare(bytes.damaged(&random), Self.everyOption[round % 2], "\(name), seed \(seed), round \(round)")
            }
        }
    }

    @Test func `the planes are what the pixels are made of`() throws {
        var planar = 0
        for (name, bytes) in Self.pictures where !name.hasPrefix("bad") {
            guard let (sink, _) = try? PlanesSink.planes(of: bytes) else { continue }
            let raster = try #require(try Decoded(bytes).frames.first, "\(name)")
            guard let layout = sink.layout else {
                #expect(sink.pixels.rasters.first == raster, "\(name)")
                continue
            }
            planar += 1
            #expect(sink.isComplete && (layout.width, layout.height) == (raster.width, raster.height), "\(name)")
            #expect(sink.luma.count == layout.width * layout.height, "\(name)")
            #expect(sink.cb.count == layout.chromaWidth * layout.chromaHeight, "\(name)")
            #expect(sink.cr.count == sink.cb.count, "\(name)")
            #expect(sink.counts.allSatisfy { layout.down == 0 || $0.isMultiple(of: layout.down) }, "\(name)")
            #expect(meanError(of: sink.luma, layout, beside: raster) < (layout.hasChroma ? 2 : 0.001), "\(name)")
        }
        #expect(planar > 5)
    }

    /// How far luma lies from that of the pixels, in levels; clipped pixels are not looked at.
    private func meanError(of luma: [UInt8], _ layout: PlaneLayout, beside raster: Raster) -> Double {
        var (sum, count) = (0.0, 0.001)
        for pixel in stride(from: 0, to: luma.count, by: 7) {
            let rgb = (0..<3).map { Double(raster.pixels[pixel * 4 + $0]) }
            if layout.hasChroma && rgb.contains(where: { $0 == 0 || $0 == 255 }) { continue }
            let level = layout.range == .full ? Double(luma[pixel]) : (Double(luma[pixel]) - 16) * 255 / 219
            sum += abs(level - 0.299 * rgb[0] - 0.587 * rgb[1] - 0.114 * rgb[2])
            count += 1
        }
        return sum / count
    }

    @Test func `turned planes are those of the upright file`() throws {
        let names = Self.pictures.filter { $0.name.hasPrefix("good/orientation") }
        for (name, bytes) in names {
            let header = try ImageDecoder.header(of: bytes.span)
            let (sink, _) = try PlanesSink.planes(of: bytes)
            let layout = try #require(sink.layout, "\(name)")
            #expect((layout.width, layout.height) == (header.displayWidth, header.displayHeight), "\(name)")
            #expect(meanError(of: sink.luma, layout, beside: try Decoded(bytes).frames[0]) < 2, "\(name)")
        }
    }

    @Test(.enabled(if: Corpus.exists)) func `every file of the corpus has the same verdict both ways`() throws {
        for path in try Expectations.everyFile() where ["jpg", "jpeg", "webp"].contains(where: path.hasSuffix) {
            let bytes = try Corpus.file(path)
            guard bytes.count < 200_000 else { continue }
            compare(bytes, DecodeOptions(), path)
        }
    }
}
