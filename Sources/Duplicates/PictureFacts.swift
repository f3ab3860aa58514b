public import Descriptors
public import Fingerprints
public import Sequences

/// What is known of one picture when it is grouped with others, short of its descriptor: a few hundred bytes, and up to
/// 5 kB of keys for an animation, so that a collection of any size fits into memory.
public struct PictureFacts: Sendable, Hashable {
    /// Its place in the order of the sources; no two pictures share one.
    public var ticket: Int
    /// Its name or path, as the keeper's policy reads it.
    public var path: String
    /// SHA-256 of the file, in hexadecimal.
    public var digest: String
    /// SHA-256 of the decoded pixels of all frames, upright; `nil` where nobody computed it.
    public var pixelDigest: String?
    /// Pixels a row, upright.
    public var width: Int
    /// Rows, upright.
    public var height: Int
    /// Bytes of the file.
    public var bytes: Int
    /// Whether the format keeps every pixel as it was.
    public var isLossless: Bool
    /// The quality of a JPEG, 1 to 100; `nil` for other formats.
    public var quality: Int?
    /// Bytes of EXIF, XMP, ICC, IPTC and text.
    public var metadataBytes: Int
    /// Frames; more than one for an animation.
    public var frames: Int
    /// The fingerprint of the first frame.
    public var fingerprint: Fingerprint
    /// How fine the detail of the first frame is.
    public var detail: Detail
    /// What little of the descriptor tells flat pictures apart.
    public var look: CoarseLook
    /// By what it is found among frames of animations, and they by it.
    public var frameKeys: FrameKeys
    /// By what it is found inside others, and others inside it.
    public var places: PlaceKeys
    /// Whether it belongs to a collection that nothing is dropped from.
    public var isReference: Bool

    /// A picture with all that is known of it.
    public init(
        ticket: Int, path: String, digest: String, pixelDigest: String? = nil, width: Int, height: Int, bytes: Int,
        isLossless: Bool, quality: Int? = nil, metadataBytes: Int = 0, frames: Int = 1, fingerprint: Fingerprint,
        descriptor: Descriptor, sequence: FrameSequence? = nil, isReference: Bool = false
    ) {
        self.ticket = ticket
        self.path = path
        self.digest = digest
        self.pixelDigest = pixelDigest
        self.width = width
        self.height = height
        self.bytes = bytes
        self.isLossless = isLossless
        self.quality = quality
        self.metadataBytes = metadataBytes
        self.frames = frames
        self.fingerprint = fingerprint
        detail = descriptor.detail
        look = CoarseLook(descriptor)
        frameKeys = FrameKeys(descriptor, sequence)
        places = PlaceKeys(descriptor, isFlat: fingerprint.isFlat)
        self.isReference = isReference
    }

    /// Pixels of one frame.
    public var pixels: Int { width * height }

    /// Whether the picture moves.
    public var isAnimated: Bool { frames > 1 }

    /// The size as people write it: `1280x1698`.
    public var size: String { "\(width)x\(height)" }
}
