import Codecs
import Descriptors
import Duplicates
import Fingerprints
import Rasters
import Testing

/// Pictures of encoded files, as the pipeline makes them.
enum PictureFile {
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

    /// What is known of the file with these bytes.
    static func picture(of bytes: [UInt8], path: String, ticket: Int) throws -> Picture {
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
}
