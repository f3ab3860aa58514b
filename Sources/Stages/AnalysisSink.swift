internal import Descriptors
internal import Fingerprints
internal import Palettes
internal import Rasters
internal import Sequences

/// Looks at a picture's rows while they are in the processor's cache: the end of decoding and all of analysis.
///
/// Of an animation the first frame is looked at as a still is, and of the others, where they are handed over, what tells
/// frames apart.
struct AnalysisSink: PlaneSink {
    private(set) var sampler = ColorSampler()
    private var hasher = PDQHasher()
    private var descriptor = DescriptorBuilder()
    private var reader = FrameReader()
    private var frames = FrameSequenceBuilder()
    private var delays: [Int32] = []
    /// A strip composited on white, where it is not opaque.
    private var opaque: [UInt8] = []
    private var frame = 0
    private var layout: PlaneLayout?
    private var canBeTransparent = true
    /// The frame's fingerprints; `nil` before it was complete.
    private(set) var pdq: PDQ?
    /// The frame's descriptor; `nil` before it was complete.
    private(set) var description: Descriptor?

    /// Forgets the last picture and keeps the memory. Rows of the next one are searched for transparency only if there
    /// can be any.
    ///
    /// - Parameter delays: How long each frame of an animation is shown, in milliseconds; none for what is no animation or is not
    ///   looked at as one.
    mutating func reset(canBeTransparent: Bool, delays: [Int32]) {
        self.canBeTransparent = canBeTransparent
        self.delays = delays
        frames.reset()
        pdq = nil
        description = nil
    }

    /// The frames that were complete; `nil` for what is no animation.
    var sequence: FrameSequence? { frames.finish() }

    mutating func begin(frame index: Int, planes layout: PlaneLayout) {
        frame = index
        self.layout = layout
        sampler.begin(width: layout.width, height: layout.height)
        hasher.begin(layout)
        descriptor.begin(layout)
    }

    mutating func take(luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int) {
        guard let layout else { preconditionFailure("planes of a frame that was begun without") }
        hasher.take(levels: luma, count: count)
        descriptor.take(luma: luma, count: count)
        if chromaCount > 0 { descriptor.take(cb: cb, cr: cr, count: chromaCount) }
        sampler.take(luma: luma, count: count, cb: cb, cr: cr, chromaCount: chromaCount, layout: layout)
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        frame = index
        guard index == 0 else { return reader.begin(width: width, height: height) }
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
        if frame == 0 { sampler.take(rows: rows, count: count) }
    }

    mutating func end() {
        guard frame == 0 else { return append(reader.finish()) }
        pdq = hasher.finish()
        let description = descriptor.finish()
        self.description = description
        if !delays.isEmpty { append(reader.frame(of: description)) }
    }

    private mutating func append(_ look: SequenceFrame) {
        frames.append(look, milliseconds: frame < delays.count ? Int(delays[frame]) : 0)
    }

    private mutating func look(at rows: Span<UInt8>, count: Int) {
        guard frame == 0 else { return reader.take(rgba: rows, count: count) }
        hasher.take(rgba: rows, count: count)
        descriptor.take(rgba: rows, count: count)
    }
}
