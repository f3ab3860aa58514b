/// What decoding gave, beside the pixels.
public struct DecodeOutcome: Sendable, Hashable {
    /// Frames that the sink took, and those that were only checked.
    public var framesDecoded: Int
    /// By what both sides were divided, as `DecodeOptions.scale` allowed: 1, 2, 4 or 8.
    public var denominator: Int
    /// Whether pixels or frames are missing or wrong; only ever true where `acceptsTruncated` allowed it.
    public var isTruncated: Bool
    /// What was wrong with the bytes, in words; empty unless `isTruncated`.
    public var damage: [String]
    /// Oddities of the file that harm no pixel, in a library's words.
    public var notes: [String]
}
