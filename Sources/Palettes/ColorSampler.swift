public import Rasters

/// Picks the pixels that a palette is made from, out of strips of rows that need not exist at the same time.
///
/// Looked at is every `stride`-th pixel, counted row by row from the top-left: every 10th as color-thief does, as long
/// as that gives at most `maximumSamples`. In larger pictures the stride is the smallest one of at least
/// pixels / `maximumSamples` that has no divisor in common with the width, so that samples do not line up in columns.
/// A sampler serves any number of pictures, one after the other, without allocating for each.
public struct ColorSampler: Sendable {
    /// The number of samples that is not exceeded, unless a stride is prescribed.
    ///
    /// A palette of twice as many is no other: over 241 pictures its colors lie 1.2 hundredths of lightness (OKLab) from
    /// these in the mean, and 1.1 from those of as many samples at the next stride.
    public static let maximumSamples = 16384

    /// The pixels so far, in order, each with red in its lowest byte and alpha in its highest.
    package private(set) var samples: [UInt32] = []

    /// The distance of two samples, in pixels.
    public private(set) var stride = 1

    /// Pixels in a row.
    private var width = 0
    /// How many pixels of the next strip come before the next sample.
    private var skipped = 0

    /// A sampler that has seen no picture.
    public init() {}

    /// Rows of a picture of `width` x `height` pixels follow.
    public mutating func begin(width: Int, height: Int) {
        begin(width: width, height: height, stride: ColorSampler.stride(width: width, height: height))
    }

    /// Rows of a picture of `width` x `height` pixels follow, of which every `stride`-th pixel is looked at.
    public mutating func begin(width: Int, height: Int, stride: Int) {
        precondition(width > 0 && height > 0, "a picture of \(width)x\(height) has no pixels")
        precondition(stride > 0, "a stride of \(stride)")
        self.width = width
        self.stride = stride
        skipped = 0
        samples.removeAll(keepingCapacity: true)
        samples.reserveCapacity(ColorSampler.maximumSamples)
    }

    /// The next `count` rows, as 8-bit RGBA with straight alpha, without padding.
    public mutating func take(rows: Span<UInt8>, count: Int) {
        let pixels = width * count
        precondition(rows.count == pixels * 4, "\(rows.count) bytes are not \(count) rows of \(width) RGBA pixels")
        guard skipped < pixels else {
            skipped -= pixels
            return
        }
        let (first, stride) = (skipped, stride)
        let taken = (pixels - first + stride - 1) / stride
        let known = samples.count
        samples.append(contentsOf: repeatElement(0, count: taken))
        var samples = samples.mutableSpan
        let bytes = unsafe rows.bytes
        for index in 0..<taken {
            // The last one is a pixel before `pixels`, which the rows hold by the precondition.
            let offset = (first + index * stride) * 4
            samples[known + index] = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
        }
        skipped = first + taken * stride - pixels
    }

    /// The next `count` rows in planes: see `PlaneSink`. A pixel has the color differences that it shares.
    ///
    /// - Precondition: `begin` was given the size of `layout`.
    public mutating func take(
        luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int, layout: PlaneLayout
    ) {
        precondition(count > 0 && width == layout.width, "\(count) rows of \(layout.width) in \(width) columns")
        let pixels = width * count
        guard skipped < pixels else {
            skipped -= pixels
            return
        }
        let (first, known) = (skipped, samples.count)
        let taken = (pixels - first + stride - 1) / stride
        samples.append(contentsOf: repeatElement(0, count: taken))
        skipped = first + taken * stride - pixels
        let reader = PlaneReader(
            layout, pitch: luma.count / count, chromaPitch: chromaCount > 0 ? cb.count / chromaCount : 0)
        reader.read(luma, cb, cr, from: first, stride: stride, into: &samples, at: known)
    }

    /// The stride for a picture of this size.
    package static func stride(width: Int, height: Int) -> Int {
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        precondition(!overflows, "a picture of \(width)x\(height) has too many pixels to be counted")
        guard pixels > maximumSamples * 10 else { return 10 }
        var stride = (pixels + maximumSamples - 1) / maximumSamples
        while greatestCommonDivisor(stride, width) != 1 { stride += 1 }
        return stride
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        var (larger, smaller) = (first, second)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}
