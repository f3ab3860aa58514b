import Descriptors
import Fingerprints
import Palettes
import Rasters

/// The parts of an analysis; each goes on from what the one before it did.
enum Part: String, CaseIterable {
    case reading, digest, decoding, fingerprint, descriptor, colors
}

/// Does the first parts of an analysis, as the pipeline's own sink does them.
struct PartsSink: PlaneSink {
    private var part = Part.decoding
    private var hasher = PDQHasher()
    private var descriptor = DescriptorBuilder()
    private var sampler = ColorSampler()
    private var colorThief = ColorThief()
    private var opaque: [UInt8] = []
    private var layout: PlaneLayout?
    private var isFirst = false

    private var hasFingerprint: Bool { part != .decoding }
    private var hasDescriptor: Bool { part == .descriptor || part == .colors }

    mutating func reset(for part: Part) {
        self.part = part
        isFirst = false
        layout = nil
    }

    mutating func finish() {
        if part == .colors, isFirst { _ = colorThief.colors(of: sampler) }
    }

    mutating func begin(frame index: Int, planes layout: PlaneLayout) {
        isFirst = true
        self.layout = layout
        hasher.begin(layout)
        descriptor.begin(layout)
        sampler.begin(width: layout.width, height: layout.height)
    }

    mutating func take(luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int) {
        guard let layout, hasFingerprint else { return }
        hasher.take(levels: luma, count: count)
        if hasDescriptor {
            descriptor.take(luma: luma, count: count)
            if chromaCount > 0 { descriptor.take(cb: cb, cr: cr, count: chromaCount) }
        }
        if part == .colors {
            sampler.take(luma: luma, count: count, cb: cb, cr: cr, chromaCount: chromaCount, layout: layout)
        }
    }

    mutating func begin(frame index: Int, width: Int, height: Int) {
        isFirst = index == 0
        hasher.begin(width: width, height: height)
        descriptor.begin(width: width, height: height)
        sampler.begin(width: width, height: height)
    }

    mutating func take(rows: Span<UInt8>, count: Int) {
        guard isFirst, hasFingerprint else { return }
        if Background.isOpaque(rows) {
            look(at: rows, count: count)
        } else {
            var composited: [UInt8] = []
            swap(&composited, &opaque)
            Background.composite(rows, into: &composited)
            look(at: composited.span, count: count)
            swap(&composited, &opaque)
        }
        if part == .colors { sampler.take(rows: rows, count: count) }
    }

    private mutating func look(at rows: Span<UInt8>, count: Int) {
        hasher.take(rgba: rows, count: count)
        if hasDescriptor { descriptor.take(rgba: rows, count: count) }
    }

    mutating func end() {
        guard hasFingerprint else { return }
        _ = hasher.finish()
        if hasDescriptor { _ = descriptor.finish() }
    }
}
