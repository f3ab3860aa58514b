import Codecs
import Rasters
import TestSupport
import Testing

/// Every file is what its source project calls it: decodable, with its size and frames, or a typed failure.
@Suite(.enabled(if: Corpus.exists)) struct ValidityTests {
    @Test(arguments: [
        "pngsuite", "libpng", "giflib", "gif-test-suite", "libgd", "libjpeg-turbo", "jpeg-decoder", "exif-orientation",
        "image-webp",
    ])
    func `what a source project calls valid decodes, and nothing else`(set: String) throws {
        let expectations = try Expectations(set)
        #expect(!expectations.files.isEmpty)
        for (path, says) in expectations.files {
            let bytes = try Corpus.file(path)
            guard says["valid"] as? Bool == true else {
                #expect(Decoded.error(of: bytes)?.fault == .bytes, "\(path) is decoded")
                continue
            }
            let decoded: Decoded
            do throws(DecodeError) { decoded = try Decoded(bytes) } catch {
                Issue.record("\(path): \(error)")
                continue
            }
            Self.compare(decoded, says, path)
        }
    }

    private static func compare(_ decoded: Decoded, _ says: [String: Any], _ path: String) {
        let header = decoded.header
        if let width = says["width"] as? Int { #expect(header.width == width, "\(path)") }
        if let height = says["height"] as? Int { #expect(header.height == height, "\(path)") }
        let frames = says["frame_count"] as? Int ?? says["frames"] as? Int ?? 1
        #expect(header.frames == frames && decoded.frames.count == frames, "\(path)")
        if let depth = says["bit_depth"] as? Int { #expect(header.bitDepth == depth, "\(path)") }
        if let isInterlaced = says["interlaced"] as? Bool, header.format == .png {
            let isMisnamed = Disagreement.paths(with: .libpng).contains(path)
            #expect((header.isProgressive == isInterlaced) == !isMisnamed, "\(path)")
        }
        if let orientation = says["exif_orientation"] as? Int {
            #expect(header.orientation.rawValue == max(orientation, 1), "\(path)")
        }
        if let loop = says["loop"] as? Int, header.isAnimated { #expect(header.loops == loop, "\(path)") }
        if let delay = says["total_delay_cs"] as? Int, header.isAnimated {
            #expect(header.durationMilliseconds == delay * 10, "\(path)")
        }
    }

    @Test func `sizes and frames are Pillow's wherever both decode`() throws {
        let files = try Expectations("pillow").files
        var different: Set<String> = []
        var refused: Set<String> = []
        for (name, says) in files where says["load_ok"] as? Bool == true {
            let path = String(name.dropFirst("pillow/".count))
            guard let decoded = try? Decoded(try Corpus.file(path)) else {
                // Of the fuzzed files, Pillow shows some with damage that we refuse.
                if !path.hasPrefix("zune/fuzz-corpus") { refused.insert(path) }
                continue
            }
            let header = decoded.header
            let isSame =
                header.width == says["width"] as? Int && header.height == says["height"] as? Int
                && header.frames == says["frames"] as? Int && decoded.frames.count == header.frames
                && header.orientation.rawValue == says["exif_orientation"] as? Int ?? 1
            if !isSame { different.insert(path) }
        }
        #expect(different == Disagreement.paths(with: .pillow))
        #expect(refused == Disagreement.paths(with: .pillowAccepts))
    }

    @Test func `every file ends in pixels or in a typed error, with damage accepted or not`() throws {
        for path in try Expectations.everyFile() {
            let bytes = try Corpus.file(path)
            let strict = try? Decoded(bytes)
            let tolerant = try? Decoded(bytes, options: DecodeOptions(acceptsTruncated: true))
            if let strict {
                let isSame = strict.frames == tolerant?.frames
                #expect(isSame, "\(path)")
                #expect(tolerant?.outcome.isTruncated == false, "\(path)")
            } else if let tolerant {
                #expect(tolerant.outcome.isTruncated, "\(path)")
            }
            guard let tolerant, tolerant.header.alpha == .none else { continue }
            let isOpaque = tolerant.frames.allSatisfy { $0.isOpaqueInPlaces }
            #expect(isOpaque, "\(path)")
        }
    }
}
