internal import Descriptors
internal import Fingerprints
internal import Palettes
internal import Rasters

/// Looks at a picture's rows while they are in the processor's cache: the end of decoding and all of analysis.
///
/// It looks at one frame a picture: of an animation the first.
struct AnalysisSink: FrameSink {
    private(set) var sampler = ColorSampler()
    private var hasher = PDQHasher()
    private var descriptor = DescriptorBuilder()
    /// A strip composited on white, where it is not opaque.
    private var opaque: [UInt8] = []
    private var width = 0
    private var canBeTransparent = true
    /// The frame's fingerprints; `nil` before it was complete.
    private(set) var pdq: PDQ?
    /// The frame's descriptor; `nil` before it was complete.
    private(set) var description: Descriptor?

    /// Forgets the last picture and keeps the memory. Rows of the next one are searched for transparency only if there
    /// can be any.
    mutating func reset(canBeTransparent: Bool) {
        self.canBeTransparent = canBeTransparent
        pdq = nil
        description = nil
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        self.width = width
        sampler.begin(width: width, height: height)
        hasher.begin(width: width, height: height)
        descriptor.begin(width: width, height: height)
    }

    mutating func take(rows: Span<UInt8>, count: Int) {
        if !canBeTransparent || Background.isOpaque(rows) {
            look(at: rows, count: count)
        } else {
            var composited: [UInt8] = []
            swap(&composited, &opaque)
            Background.composite(rows, into: &composited)
            look(at: composited.span, count: count)
            swap(&composited, &opaque)
        }
        // After the others, which have brought all of the rows into the cache: this one jumps through them.
        sampler.take(rows: rows, count: count)
    }

    mutating func end() {
        pdq = hasher.finish()
        description = descriptor.finish()
    }

    private mutating func look(at rows: Span<UInt8>, count: Int) {
        for index in 0..<count {
            let row = rows.extracting(index * width * 4..<(index + 1) * width * 4)
            hasher.take(rgba: row)
            descriptor.take(rgba: row)
        }
    }
}
