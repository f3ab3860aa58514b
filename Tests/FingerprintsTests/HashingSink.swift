import Codecs
import Fingerprints
import Rasters
import Testing

/// Makes the PDQ of a decoded picture's first frame as the pipeline does: strips over white, hasher.
struct HashingSink: FrameSink {
    private(set) var pdq: PDQ?
    private var hasher = PDQHasher()
    private var opaque: [UInt8] = []
    private var width = 0

    mutating func begin(frame index: Int, width: Int, height: Int) {
        self.width = width
        hasher.begin(width: width, height: height)
    }

    mutating func take(rows: Span<UInt8>, count: Int) {
        Background.composite(rows, into: &opaque)
        // A name of its own, for a span of one property would keep the others from being changed.
        let opaque = opaque
        for row in 0..<count { hasher.take(rgba: opaque.span.extracting(row * width * 4..<(row + 1) * width * 4)) }
    }

    mutating func end() { pdq = hasher.finish() }

    /// The PDQ of a file's first frame, upright.
    static func pdq(of file: [UInt8]) throws -> (pdq: PDQ, header: ImageHeader) {
        let header = try ImageDecoder.header(of: file.span)
        var decoder = ImageDecoder()
        var sink = HashingSink()
        _ = try decoder.decode(file.span, header: header, options: DecodeOptions(frames: .first), into: &sink)
        return (try #require(sink.pdq), header)
    }
}
