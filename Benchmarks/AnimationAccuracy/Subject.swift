import Codecs
import Descriptors
import Duplicates
import Fingerprints
import Rasters
import Sequences

/// An encoded file as the pipeline sees it.
struct Subject {
    let picture: Picture

    /// Whether nothing moves in it: all frames are alike.
    var isMotionless: Bool { picture.sequence?.isMotionless ?? true }

    init?(_ name: String, _ bytes: [UInt8], ticket: Int = 0) {
        var sink = Sink()
        var decoder = ImageDecoder()
        guard let header = try? ImageDecoder.header(of: bytes.span) else { return nil }
        sink.delays = header.delays.map(Int.init)
        guard (try? decoder.decode(bytes.span, header: header, into: &sink)) != nil, let descriptor = sink.description,
            let pdq = sink.pdq
        else { return nil }
        picture = Picture(
            ticket: ticket, path: name, digest: name, width: header.width, height: header.height, bytes: bytes.count,
            isLossless: header.isLossless, frames: header.frames, fingerprint: pdq.fingerprint, descriptor: descriptor,
            sequence: header.frames > 1 ? sink.frames.finish() : nil)
    }

    private struct Sink: FrameSink {
        var delays: [Int] = []
        var frames = FrameSequenceBuilder()
        var description: Descriptor?
        var pdq: PDQ?
        private var hasher = PDQHasher()
        private var reader = FrameReader()
        private var descriptor = DescriptorBuilder()
        private var frame = 0
        private var width = 0
        private var opaque: [UInt8] = []

        mutating func begin(frame index: Int, width: Int, height: Int) {
            frame = index
            self.width = width
            reader.begin(width: width, height: height)
            guard index == 0 else { return }
            hasher.begin(width: width, height: height)
            descriptor.begin(width: width, height: height)
        }

        mutating func take(rows: Span<UInt8>, count: Int) {
            Background.composite(rows, into: &opaque)
            let pixels = opaque
            for row in 0..<count {
                let rgba = pixels.span.extracting(row * width * 4..<(row + 1) * width * 4)
                reader.take(rgba: rgba)
                guard frame == 0 else { continue }
                hasher.take(rgba: rgba)
                descriptor.take(rgba: rgba)
            }
        }

        mutating func end() {
            if frame == 0 {
                description = descriptor.finish()
                pdq = hasher.finish()
            }
            frames.append(reader.finish(), milliseconds: frame < delays.count ? delays[frame] : 0)
        }
    }
}
