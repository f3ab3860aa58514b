import Codecs
import Fingerprints
import Rasters
import Testing

/// Makes the PDQ of a decoded picture's first frame as the pipeline does: strips over white, luma, hasher.
struct HashingSink: FrameSink {
    private(set) var pdq: PDQ?
    private var hasher = PDQHasher()
    private var opaque: [UInt8] = []
    private var luma: [Float] = []

    mutating func begin(frame index: Int, width: Int, height: Int) {
        luma = [Float](repeating: 0, count: width)
        hasher.begin(width: width, height: height)
    }

    mutating func take(rows: Span<UInt8>, count: Int) {
        Background.composite(rows, into: &opaque)
        HashingSink.hash(opaque, count: count, &luma, &hasher)
    }

    /// Not a method: a span of one property of `self` would keep the others from being changed.
    private static func hash(_ rows: [UInt8], count: Int, _ luma: inout [Float], _ hasher: inout PDQHasher) {
        let pitch = luma.count * 4
        for row in 0..<count {
            var span = luma.mutableSpan
            LumaRows.luma(of: rows.span.extracting(row * pitch..<(row + 1) * pitch), into: &span)
            hasher.take(luma: luma.span)
        }
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
