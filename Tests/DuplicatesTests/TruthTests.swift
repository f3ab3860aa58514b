import Codecs
import Descriptors
import Duplicates
import Fingerprints
import Rasters
import Testing
import TestSupport

@Suite(.enabled(if: Corpus.exists)) struct TruthTests {
    /// Fingerprints and describes the first frame.
    private struct Sink: FrameSink {
        var hasher = PDQHasher()
        var builder = DescriptorBuilder()
        var result: (Fingerprint, Descriptor)?
        private var width = 0
        private var isFirst = false

        mutating func begin(frame index: Int, width: Int, height: Int) {
            isFirst = index == 0
            guard isFirst else { return }
            self.width = width
            hasher.begin(width: width, height: height)
            builder.begin(width: width, height: height)
        }

        mutating func take(rows: Span<UInt8>, count: Int) {
            guard isFirst else { return }
            var opaque: [UInt8] = []
            Background.composite(rows, into: &opaque)
            var luma = [Float](repeating: 0, count: width)
            for row in 0..<count {
                let rgba = opaque.span.extracting(row * width * 4..<(row + 1) * width * 4)
                var span = luma.mutableSpan
                LumaRows.luma(of: rgba, into: &span)
                hasher.take(luma: luma.span)
                builder.take(rgba: rgba)
            }
        }

        mutating func end() {
            if isFirst { result = (hasher.finish().fingerprint, builder.finish()) }
        }
    }

    private func picture(_ path: String, ticket: Int) throws -> Picture {
        let bytes = try Corpus.file(path)
        let header = try ImageDecoder.header(of: bytes.span)
        var sink = Sink()
        var decoder = ImageDecoder()
        _ = try decoder.decode(bytes.span, header: header, options: DecodeOptions(frames: .first), into: &sink)
        let (fingerprint, descriptor) = try #require(sink.result)
        return Picture(
            ticket: ticket, path: path, digest: "digest of \(path)", width: header.displayWidth,
            height: header.displayHeight, bytes: bytes.count, isLossless: header.isLossless, quality: header.quality,
            metadataBytes: header.metadataBytes, frames: header.frames, fingerprint: fingerprint, descriptor: descriptor
        )
    }

    private func lots(_ name: String) throws -> [(id: String, members: [String])] {
        let lots = try #require(try Corpus.expected("neardup-truth")[name] as? [[String: Any]])
        return try lots.map { lot in
            (try #require(lot["id"] as? String), try #require(lot["members"] as? [String]))
        }
    }

    @Test func `the changed bridges are one group`() throws {
        let lot = try #require(try lots("duplicates").first { $0.id == "pdq-bridge" })
        let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
        let result = Deduplication(of: pictures)
        #expect(result.groups.count == 1)
        #expect(result.groups.first?.members.count == pictures.count - 1)
    }

    @Test func `scenes with another number painted in are related, with the number's place`() throws {
        let lot = try #require(try lots("duplicates").first { $0.id == "exif-Landscape" })
        let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
        for other in pictures[2...] {
            let verdict = PairVerdict.compare(pictures[1], other)
            #expect(verdict.relation == .alternate)
            let box = try #require(verdict.evidence.box)
            #expect(box.x > 400 && box.x + box.width < 600 && box.y > 350 && box.y + box.height < 650)
        }
    }

    @Test func `no alternate is called a copy`() throws {
        for lot in try lots("alternates") {
            let pictures = try lot.members.enumerated().map { try picture($1, ticket: $0) }
            let result = Deduplication(of: pictures)
            #expect(result.groups.isEmpty)
            let isSprite = lot.id.hasPrefix("renpy")
            #expect(!isSprite || result.kinships.map(\.verdict.relation) == [Relation](repeating: .alternate, count: 6))
        }
    }

    @Test func `photographs are strangers to each other`() throws {
        let names =
            ["kodak/PhotoCD_PCD0992/03.png", "kodak/PhotoCD_PCD0992/13.png", "kodak/PhotoCD_PCD0992/23.png"]
            + ["scikit-image/coffee.png", "scikit-image/chelsea.png", "pdq/bridge-mods/aaa-orig.jpg"]
        let pictures = try names.enumerated().map { try picture($1, ticket: $0) }
        for (index, one) in pictures.enumerated() {
            for other in pictures[(index + 1)...] { #expect(PairVerdict.compare(one, other).relation == .unrelated) }
        }
    }
}
