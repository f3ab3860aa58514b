import Codecs
import Rasters

/// Collects the planes of a still, without the padding of rows; or the pixels, if those are what comes.
struct PlanesSink: PlaneSink {
    private(set) var layout: PlaneLayout?
    private(set) var luma: [UInt8] = []
    private(set) var cb: [UInt8] = []
    private(set) var cr: [UInt8] = []
    private(set) var isComplete = false
    private(set) var pixels = RasterSink()
    /// Rows of luma that came at once, but for the last.
    private(set) var counts: Set<Int> = []

    mutating func begin(frame index: Int, planes layout: PlaneLayout) { self.layout = layout }

    mutating func take(luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int) {
        guard let layout else { return }
        if self.luma.count + count * layout.width < layout.width * layout.height { counts.insert(count) }
        Self.append(luma, count, layout.width, to: &self.luma)
        Self.append(cb, chromaCount, layout.chromaWidth, to: &self.cb)
        Self.append(cr, chromaCount, layout.chromaWidth, to: &self.cr)
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        pixels.begin(frame: index, width: width, height: height)
    }

    mutating func take(rows: Span<UInt8>, count: Int) { pixels.take(rows: rows, count: count) }

    mutating func end() {
        if layout == nil { pixels.end() } else { isComplete = true }
    }

    private static func append(_ rows: Span<UInt8>, _ count: Int, _ width: Int, to plane: inout [UInt8]) {
        for row in 0..<count {
            let start = row * (rows.count / count)
            for column in 0..<width { plane.append(rows[start + column]) }
        }
    }

    /// The planes of `bytes`, and what was said of them.
    static func planes(
        of bytes: [UInt8], options: DecodeOptions = DecodeOptions()
    ) throws(DecodeError) -> (sink: PlanesSink, outcome: DecodeOutcome) {
        let limits = DecodeLimits(maximumPixels: 4_000_000)
        let header = try ImageDecoder.header(of: bytes.span, limits: limits)
        var decoder = ImageDecoder()
        var sink = PlanesSink()
        let outcome = try decoder.decode(
            bytes.span, header: header, options: options, limits: limits, planesInto: &sink)
        return (sink, outcome)
    }
}
