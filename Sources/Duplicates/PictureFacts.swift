public import Descriptors
public import Fingerprints
public import Sequences

/// What is known of one picture when it is grouped with others, short of its descriptor: 300 bytes and its path, and up to
/// 5 kB of keys for an animation, so that a collection of any size fits into memory. What has a wider form outside is packed.
public struct PictureFacts: Sendable, Hashable {
    /// Its place in the order of the sources; no two pictures share one.
    public var ticket: Int
    /// Its name or path, as the keeper's policy reads it.
    public var path: String
    /// SHA-256 of the decoded pixels of all frames, upright; `nil` where nobody computed it.
    public var pixelDigest: String?
    /// Pixels a row, upright.
    public var width: Int
    /// Rows, upright.
    public var height: Int
    /// Bytes of the file.
    public var bytes: Int
    /// Bytes of EXIF, XMP, ICC, IPTC and text.
    public var metadataBytes: Int
    /// Frames; more than one for an animation.
    public var frames: Int
    /// What little of the descriptor tells flat pictures apart; `nil` for a picture that is not flat.
    public var look: CoarseLook? { flatLook.first }
    private var flatLook: [CoarseLook]
    /// What `digest` spells.
    package var content: ContentKey
    private var code: PackedCode
    private var curvature: PackedDetail
    private var firstFrame: PackedCode
    private var frameCodes: [Fingerprint]
    private var whole: PackedCode
    private var trimmed: [PlaceKeys.Key]
    private var codeQuality: Int16
    private var firstFrameQuality: Int16
    private var encodingQuality: Int16
    private var hasWhole: Bool
    /// Whether the format keeps every pixel as it was.
    public var isLossless: Bool
    /// Whether it belongs to a collection that nothing is dropped from.
    public var isReference: Bool

    /// SHA-256 of the file, in hexadecimal.
    public var digest: String {
        get { content.text }
        set { content = ContentKey(newValue) }
    }

    /// The quality of a JPEG, 1 to 100; `nil` for other formats.
    public var quality: Int? {
        get { encodingQuality < 0 ? nil : Int(encodingQuality) }
        set { encodingQuality = newValue.map { Int16(clamping: $0) } ?? -1 }
    }

    /// The fingerprint of the first frame.
    public var fingerprint: Fingerprint {
        get { Fingerprint(words: code.words, quality: Int(codeQuality)) }
        set {
            code = PackedCode(newValue.words)
            codeQuality = Int16(clamping: newValue.quality)
        }
    }

    /// How fine the detail of the first frame is.
    public var detail: Detail {
        get { curvature.detail }
        set { curvature = PackedDetail(newValue) }
    }

    /// By what it is found among frames of animations, and they by it.
    public var frameKeys: FrameKeys {
        FrameKeys(first: Fingerprint(words: firstFrame.words, quality: Int(firstFrameQuality)), frames: frameCodes)
    }

    /// By what it is found inside others, and others inside it.
    public var places: PlaceKeys { PlaceKeys(whole: hasWhole ? whole.words : nil, trimmed: trimmed) }

    /// A picture with all that is known of it.
    public init(
        ticket: Int, path: String, digest: String, pixelDigest: String? = nil, width: Int, height: Int, bytes: Int,
        isLossless: Bool, quality: Int? = nil, metadataBytes: Int = 0, frames: Int = 1, fingerprint: Fingerprint,
        descriptor: Descriptor, sequence: FrameSequence? = nil, isReference: Bool = false
    ) {
        self.ticket = ticket
        self.path = path
        self.pixelDigest = pixelDigest
        self.width = width
        self.height = height
        self.bytes = bytes
        self.isLossless = isLossless
        self.metadataBytes = metadataBytes
        self.frames = frames
        self.isReference = isReference
        content = ContentKey(digest)
        encodingQuality = quality.map { Int16(clamping: $0) } ?? -1
        code = PackedCode(fingerprint.words)
        codeQuality = Int16(clamping: fingerprint.quality)
        curvature = PackedDetail(descriptor.detail)
        flatLook = fingerprint.isFlat ? [CoarseLook(descriptor)] : []
        let keys = FrameKeys(descriptor, sequence)
        firstFrame = PackedCode(keys.first.words)
        firstFrameQuality = Int16(clamping: keys.first.quality)
        frameCodes = keys.frames
        let places = PlaceKeys(descriptor, isFlat: fingerprint.isFlat)
        whole = PackedCode(places.whole ?? .zero)
        hasWhole = places.whole != nil
        trimmed = places.trimmed
    }

    /// Pixels of one frame.
    public var pixels: Int { width * height }

    /// Whether the picture moves.
    public var isAnimated: Bool { frames > 1 }

    /// The size as people write it: `1280x1698`.
    public var size: String { "\(width)x\(height)" }
}
