import Codecs
import Descriptors
import Fingerprints
import Rasters
import Sequences

/// An encoded file as the pipeline sees it.
struct Subject {
    let name: String
    let sequence: FrameSequence
    let still: SequenceFrame

    init?(_ name: String, _ bytes: [UInt8]) {
        var sink = Sink()
        var decoder = ImageDecoder()
        guard let header = try? ImageDecoder.header(of: bytes.span) else { return nil }
        sink.delays = header.delays.map(Int.init)
        guard (try? decoder.decode(bytes.span, header: header, into: &sink)) != nil,
            let sequence = sink.builder.finish(), let descriptor = sink.description
        else { return nil }
        self.name = name
        self.sequence = sequence
        var reader = FrameReader()
        still = reader.frame(of: descriptor)
    }

    private struct Sink: FrameSink {
        var delays: [Int] = []
        var builder = FrameSequenceBuilder()
        var description: Descriptor?
        private var reader = FrameReader()
        private var descriptor = DescriptorBuilder()
        private var frame = 0
        private var width = 0
        private var opaque: [UInt8] = []

        mutating func begin(frame index: Int, width: Int, height: Int) {
            frame = index
            self.width = width
            reader.begin(width: width, height: height)
            if index == 0 { descriptor.begin(width: width, height: height) }
        }

        mutating func take(rows: Span<UInt8>, count: Int) {
            Background.composite(rows, into: &opaque)
            for row in 0..<count {
                let pixels = opaque
                let rgba = pixels.span.extracting(row * width * 4..<(row + 1) * width * 4)
                reader.take(rgba: rgba)
                if frame == 0 { descriptor.take(rgba: rgba) }
            }
        }

        mutating func end() {
            if frame == 0 { description = descriptor.finish() }
            builder.append(reader.finish(), milliseconds: frame < delays.count ? delays[frame] : 0)
        }
    }
}
