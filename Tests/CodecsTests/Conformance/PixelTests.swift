import Codecs
import Rasters
import TestSupport
import Testing

/// Pixels equal the references of the source projects, exactly where those are exact.
@Suite(.enabled(if: Corpus.exists)) struct PixelTests {
    @Test func `PNG equals PngSuite's raw 16-bit pixels`() throws {
        let expectations = try Expectations("pngsuite")
        var compared = 0
        for (path, says) in expectations.files {
            guard let reference = says["reference"] as? [String: Any], let name = reference["path"] as? String
            else { continue }
            let bytes = try Corpus.file(path)
            let expected = try Corpus.file(expectations.path(of: name))
            let decoded = try DeepPNG(decoding: bytes.span)
            #expect(decoded.pixels == expected, "\(path)")
            compared += 1
        }
        #expect(compared == 161)
    }

    @Test func `8 bits are the 16 bits, rounded`() throws {
        for (path, says) in try Expectations("pngsuite").files where says["valid"] as? Bool == true {
            let bytes = try Corpus.file(path)
            let deep = try DeepPNG(decoding: bytes.span)
            let shallow = try Decoded(bytes).frames[0].pixels
            let isRounded = shallow.indices.allSatisfy {
                let sample = Int(deep.pixels[2 * $0]) | Int(deep.pixels[2 * $0 + 1]) << 8
                return Int(shallow[$0]) == (sample * 255 + 32767) / 65535
            }
            #expect(isRounded, "\(path)")
        }
    }

    @Test func `JPEG is within 3 of jpeg-decoder's references, and mostly equal`() throws {
        let expectations = try Expectations("jpeg-decoder")
        var differences: [Int: Int] = [:]
        for (path, says) in expectations.files {
            guard let reference = says["reference"] as? [String: Any], let name = reference["path"] as? String
            else { continue }
            let frame = try Decoded(try Corpus.file(path)).frames[0]
            let expected = try Decoded(try Corpus.file(expectations.path(of: name))).frames[0]
            let difference = frame.greatestDifference(from: expected) ?? 256
            #expect(difference <= 3, "\(path): \(difference)")
            differences[difference, default: 0] += 1
        }
        #expect(differences.values.reduce(0, +) > 30)
    }

    @Test(arguments: 0...8)
    func `EXIF orientation makes all nine copies of a picture alike`(value: Int) throws {
        let first = try Decoded(try Corpus.file("exif-orientation/Landscape_1.jpg")).frames[0]
        let frame = try Decoded(try Corpus.file("exif-orientation/Landscape_\(value).jpg")).frames[0]
        #expect((frame.width, frame.height) == (first.width, first.height))
        let places = stride(from: 0, to: first.pixels.count, by: 37)
        let sum = places.reduce(0) { $0 + abs(Int(first.pixels[$1]) - Int(frame.pixels[$1])) }
        // They were encoded anew, and a digit in each is another. Turned wrongly, the mean is above 30.
        #expect(sum / places.underestimatedCount < 8, "orientation \(value): \(sum / places.underestimatedCount)")
    }

    @Test func `animations equal gif-test-suite's composited frames`() throws {
        let expectations = try Expectations("gif-test-suite")
        for (path, says) in expectations.files {
            let frames = try Decoded(try Corpus.file(path)).frames
            let references = says["frames"] as? [[String: Any]] ?? []
            #expect(frames.count == references.count, "\(path)")
            for (index, (frame, reference)) in zip(frames, references).enumerated() {
                let name = expectations.path(of: try #require(reference["path"] as? String))
                let expected = try Decoded(try Corpus.file(name)).frames[0]
                #expect(frame.looksLike(expected), "\(path), frame \(index)")
            }
        }
    }

    @Test func `GIF equals libgd's pixels, apart from backgrounds`() throws {
        var different: Set<String> = []
        for (path, says) in try Expectations("libgd").files {
            guard let pixels = says["pixel"] as? [[String: Any]] else { continue }
            let frames = try Decoded(try Corpus.file(path)).frames
            for pixel in pixels {
                guard let index = pixel["frame"] as? Int, let x = pixel["x"] as? Int, let y = pixel["y"] as? Int
                else { continue }
                let found = frames[index][x, y].map(Int.init)
                let isSame = (pixel["rgba"] as? [Int]).map { $0 == found } ?? (found[3] == 0)
                if !isSame { different.insert(path) }
            }
        }
        #expect(different == Disagreement.paths(with: .libgd))
    }

    @Test func `GIF equals giflib's picture where it shows one frame`() throws {
        let expectations = try Expectations("giflib")
        var compared = 0
        for (path, says) in expectations.files where says["frames"] as? Int == 1 {
            guard let reference = says["reference"] as? [String: Any], let name = reference["path"] as? String
            else { continue }
            let frame = try Decoded(try Corpus.file(path)).frames[0]
            let expected = try Corpus.file(expectations.path(of: name))
            #expect(expected.count * 4 == frame.pixels.count * 3, "\(path)")
            // gif2rgb does not know transparency: what is see-through here is not compared.
            let isSame = (0..<frame.width * frame.height).allSatisfy { at in
                frame.pixels[at * 4 + 3] == 0
                    || (0..<3).allSatisfy { frame.pixels[at * 4 + $0] == expected[at * 3 + $0] }
            }
            #expect(isSame, "\(path)")
            compared += 1
        }
        #expect(compared == 6)
    }

    @Test func `WebP equals dwebp's pixels, and its animations frame by frame`() throws {
        let expectations = try Expectations("image-webp")
        var compared = 0
        for (path, says) in expectations.files {
            let frames = try Decoded(try Corpus.file(path)).frames
            let references =
                says["frames"] as? [[String: Any]] ?? (says["reference"] as? [String: Any]).map { [$0] } ?? []
            for (index, (frame, reference)) in zip(frames, references).enumerated() {
                let name = expectations.path(of: try #require(reference["path"] as? String))
                let expected = try Decoded(try Corpus.file(name)).frames[0]
                let difference = frame.looksLike(expected) ? 0 : frame.greatestDifference(from: expected) ?? 256
                let isDarkened = index > 0 && Disagreement.paths(with: .imageWebP).contains(path)
                #expect(difference == (isDarkened ? 1 : 0), "\(path), frame \(index)")
                compared += 1
            }
        }
        #expect(compared > 20)
    }
}
