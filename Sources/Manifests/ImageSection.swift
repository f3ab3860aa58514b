/// A picture as it was decoded.
public struct ImageSection: Sendable, Hashable {
    /// Whether pixels can be transparent.
    public enum Alpha: String, Sendable, Hashable, CaseIterable {
        case none, present
    }

    /// The width in pixels after the orientation was applied.
    public var width: Int
    /// The height in pixels after the orientation was applied.
    public var height: Int
    /// The number of frames; 1 for a still.
    public var frames: Int
    /// How often an animation plays, 0 for ever; `nil` for a still.
    public var loops: Int?
    /// How long an animation takes, once; `nil` for a still.
    public var durationMilliseconds: Int?
    /// The EXIF orientation that was applied, 1 to 8.
    public var orientation: Int
    /// Whether pixels can be transparent; `nil` when the header did not say.
    public var alpha: Alpha?
    /// Whether the coding keeps every pixel as it was.
    public var isLossless: Bool?
    /// The quality of a JPEG, 1 to 100, estimated from its quantization tables; `nil` for other formats.
    public var quality: Int?
    /// Bytes of EXIF, XMP, ICC, IPTC and text in the file.
    public var metadataBytes: Int?
    /// What was wrong with a file that was accepted in spite of it; not written when empty.
    public var damage: [String]

    /// A decoded picture; a still unless told otherwise.
    public init(
        width: Int, height: Int, frames: Int = 1, loops: Int? = nil, durationMilliseconds: Int? = nil,
        orientation: Int = 1, alpha: Alpha? = nil, isLossless: Bool? = nil, quality: Int? = nil,
        metadataBytes: Int? = nil, damage: [String] = []
    ) {
        self.width = width
        self.height = height
        self.frames = frames
        self.loops = loops
        self.durationMilliseconds = durationMilliseconds
        self.orientation = orientation
        self.alpha = alpha
        self.isLossless = isLossless
        self.quality = quality
        self.metadataBytes = metadataBytes
        self.damage = damage
    }
}
