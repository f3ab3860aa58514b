import Codecs
import Randomness
import Rasters
import Testing

/// Frames that are checked and not handed on: the same verdict as on all frames, and the same first frame.
@Suite struct FrameChoiceTests {
    /// What decoding said of some bytes.
    private enum Verdict: Equatable {
        case failed(DecodeError)
        case decoded(DecodeOutcome, first: Raster)
    }

    private static func verdict(on bytes: [UInt8], frames: DecodeOptions.Frames, isTolerant: Bool) -> Verdict {
        let options = DecodeOptions(acceptsTruncated: isTolerant, frames: frames)
        do throws(DecodeError) {
            let decoded = try Decoded(bytes, options: options, limits: DecodeLimits(maximumPixels: 1_000_000))
            if frames == .firstThenCheck { #expect(decoded.frames.count == 1) }
            return .decoded(decoded.outcome, first: decoded.frames[0])
        } catch {
            return .failed(error)
        }
    }

    @Test(arguments: [false, true], Samples.all)
    func `a check judges as decoding of all frames does, also of damaged bytes`(
        isTolerant: Bool, sample: (name: String, bytes: [UInt8])
    ) {
        var random = SplitMix64(seed: 31)
        for round in 0..<400 {
            var bytes = sample.bytes
            if round % 4 == 1 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
            if round % 4 > 1 {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            let all = Self.verdict(on: bytes, frames: .all, isTolerant: isTolerant)
            let checked = Self.verdict(on: bytes, frames: .firstThenCheck, isTolerant: isTolerant)
            #expect(all == checked, "\(sample.name), round \(round)")
        }
    }

    @Test func `frames larger than a run are read to their end`() throws {
        var gif = MadeGIF()
        (gif.width, gif.height) = (200, 150)
        gif.frames = [
            .init(width: 200, height: 150, disposal: 3), .init(width: 200, height: 150, index: { x, y in (x + y) & 3 }),
            .init(width: 200, height: 150, isInterlaced: true, index: { x, y in (x ^ y) & 3 }),
        ]
        let decoded = try Decoded(gif.bytes, options: DecodeOptions(frames: .firstThenCheck))
        #expect(decoded.outcome.framesDecoded == 3 && decoded.frames.count == 1)
        #expect(decoded.outcome == (try Decoded(gif.bytes)).outcome)
    }

    @Test func `a frame that vanishes needs no second canvas when the next one is not composed`() throws {
        var gif = MadeGIF()
        gif.frames = [.init(disposal: 3), .init()]
        let header = try ImageDecoder.header(of: gif.bytes.span)
        let composed = ImageDecoder.memoryNeeded(for: header)
        let checked = ImageDecoder.memoryNeeded(for: header, options: DecodeOptions(frames: .firstThenCheck))
        #expect(checked == composed - header.width * header.height * 4)
    }
}
