/// A sink that takes the planes of pictures that are coded so, which saves making pixels of them.
///
/// For such a frame a decoder calls `begin(frame:planes:)` instead of `begin(frame:width:height:)`, then `take(planes:)` until
/// all rows of all planes were handed over, then `end`.
public protocol PlaneSink: FrameSink {
    /// A frame in planes follows, the `index`th of its picture counted from 0.
    mutating func begin(frame index: Int, planes layout: PlaneLayout)
    /// The next rows of each plane, which cover the same part of the picture.
    ///
    /// - Parameters:
    ///   - luma: `count` rows of luma, each at the beginning of an equal part of the span. Only at the end of the picture
    ///     `count` is no multiple of the rows that share a sample of chroma.
    ///   - cb: `chromaCount` rows of the first color difference, likewise; none without chroma.
    ///   - cr: The same of the second.
    mutating func take(
        luma: Span<UInt8>, count: Int, cb: Span<UInt8>, cr: Span<UInt8>, chromaCount: Int)
}
