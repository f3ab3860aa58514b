import Codecs
import Palettes
import Rasters

/// Samples the colors of a decoded picture's first frame.
struct SamplingSink: FrameSink {
    private(set) var sampler = ColorSampler()

    mutating func begin(frame index: Int, width: Int, height: Int) { sampler.begin(width: width, height: height) }
    mutating func take(rows: Span<UInt8>, count: Int) { sampler.take(rows: rows, count: count) }
    mutating func end() {}

    /// The samples of a file's first frame.
    static func sampler(of file: [UInt8]) throws -> ColorSampler {
        let header = try ImageDecoder.header(of: file.span)
        var decoder = ImageDecoder()
        var sink = SamplingSink()
        _ = try decoder.decode(file.span, header: header, options: DecodeOptions(frames: .first), into: &sink)
        return sink.sampler
    }
}
