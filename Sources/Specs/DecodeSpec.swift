/// What is decoded, and what is refused from its header (`decode`).
public struct DecodeSpec: Sendable, Hashable {
    /// The most pixels that one frame may have.
    public var maximumPixels = 100_000_000
    /// The most frames that a file may have.
    public var maximumFrames = 2000
    /// The most bytes that a file may have.
    public var maximumBytes = 64 << 20
    /// Whether a file that ends early is taken for what it has.
    public var acceptsTruncated = false
    /// Whether all is computed from pixels as they are shown, rather than from luma and color differences as they are coded.
    public var isExact = false

    /// The defaults.
    public init() {}
}
