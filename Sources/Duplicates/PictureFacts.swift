public import Descriptors
public import Fingerprints
public import Sequences

/// What is known of one picture when it is grouped with others, short of its descriptor: 200 bytes and its path, and up to
/// 5 kB of keys for an animation, so that a collection of any size fits into memory. What has a wider form outside is packed.
public struct PictureFacts: Sendable, Hashable {
    var packedPath: PackedPath
    private var place: UInt32
    private var columns: UInt32
    private var rows: UInt32
    private var frameCount: UInt32
    /// Bytes of the file.
    public var bytes: Int
    /// Bytes of EXIF, XMP, ICC, IPTC and text.
    public var metadataBytes: Int
    private var content: PackedCode
    private var code: PackedCode
    private var firstFrame: PackedCode
    private var whole: PackedCode
    private var codeQuality: Int16
    private var firstFrameQuality: Int16
    private var encodingQuality: Int16
    private var hasWhole: Bool
    /// Whether the format keeps every pixel as it was.
    public var isLossless: Bool
    /// Whether it belongs to a collection that nothing is dropped from.
    public var isReference: Bool
    /// What most pictures have not: one or none.
    private var rarities: [RareFacts]

    /// Its name or path, as the keeper's policy reads it.
    public var path: String {
        get { packedPath.text }
        set { packedPath = PackedPath(newValue) }
    }

    /// Its place in the order of the sources; no two pictures share one.
    public var ticket: Int {
        get { Int(place) }
        set { place = UInt32(newValue) }
    }

    /// Pixels a row, upright.
    public var width: Int {
        get { Int(columns) }
        set { columns = UInt32(clamping: newValue) }
    }

    /// Rows, upright.
    public var height: Int {
        get { Int(rows) }
        set { rows = UInt32(clamping: newValue) }
    }

    /// Frames; more than one for an animation.
    public var frames: Int {
        get { Int(frameCount) }
        set { frameCount = UInt32(clamping: newValue) }
    }

    /// SHA-256 of the file, in hexadecimal.
    public var digest: String {
        get { contentKey.text }
        set {
            let key = ContentKey(newValue)
            content = PackedCode(key.words)
            change { $0.name = key.name }
        }
    }

    /// What `digest` spells, to compare and to sort by.
    package var contentKey: ContentKey { ContentKey(words: content.words, name: rarities.first?.name) }

    /// `digest` as four words; zero where it is no SHA-256 in lower-case hexadecimal.
    var contentWords: SIMD4<UInt64> { content.words }

    /// The first sixteen digits of `digest` as a number; zero where it is no SHA-256 in lower-case hexadecimal.
    package var contentPrefix: UInt64 { content.words[0] }

    /// SHA-256 of the decoded pixels of all frames, upright; `nil` where nobody computed it.
    public var pixelDigest: String? {
        get { rarities.first?.pixelDigest }
        set { change { $0.pixelDigest = newValue } }
    }

    /// What little of the descriptor tells flat pictures apart; `nil` for a picture that is not flat.
    public var look: CoarseLook? { rarities.first?.look }

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
    ///
    /// - Precondition: it was kept.
    public var detail: Detail {
        get {
            guard let known = rarities.first?.detail else { preconditionFailure("the detail of \(path) was not kept") }
            return known.detail
        }
        set { change { $0.detail = PackedDetail(newValue) } }
    }

    /// Whether the detail is known.
    var hasDetail: Bool { rarities.first?.detail != nil }

    /// By what it is found among frames of animations, and they by it.
    public var frameKeys: FrameKeys {
        FrameKeys(
            first: Fingerprint(words: firstFrame.words, quality: Int(firstFrameQuality)),
            frames: rarities.first?.frames ?? [])
    }

    /// By what it is found inside others, and others inside it.
    public var places: PlaceKeys {
        PlaceKeys(whole: hasWhole ? whole.words : nil, trimmed: rarities.first?.trimmed ?? [])
    }

    private mutating func change(_ body: (inout RareFacts) -> Void) {
        var rare = rarities.first ?? RareFacts()
        body(&rare)
        rarities = rare == RareFacts() ? [] : [rare]
    }

    /// A picture with all that is known of it.
    ///
    /// - Parameter keepsDetail: Whether the detail stays here, a fifth of all this, which grouping otherwise takes from the
    ///   descriptors of those that have relatives.
    public init(
        ticket: Int, path: String, digest: String, pixelDigest: String? = nil, width: Int, height: Int, bytes: Int,
        isLossless: Bool, quality: Int? = nil, metadataBytes: Int = 0, frames: Int = 1, fingerprint: Fingerprint,
        descriptor: Descriptor, sequence: FrameSequence? = nil, isReference: Bool = false, keepsDetail: Bool = true
    ) {
        place = UInt32(ticket)
        packedPath = PackedPath(path)
        columns = UInt32(clamping: width)
        rows = UInt32(clamping: height)
        self.bytes = bytes
        self.isLossless = isLossless
        self.metadataBytes = metadataBytes
        frameCount = UInt32(clamping: frames)
        self.isReference = isReference
        let key = ContentKey(digest)
        content = PackedCode(key.words)
        encodingQuality = quality.map { Int16(clamping: $0) } ?? -1
        code = PackedCode(fingerprint.words)
        codeQuality = Int16(clamping: fingerprint.quality)
        let keys = FrameKeys(descriptor, sequence)
        firstFrame = PackedCode(keys.first.words)
        firstFrameQuality = Int16(clamping: keys.first.quality)
        let places = PlaceKeys(descriptor, isFlat: fingerprint.isFlat)
        whole = PackedCode(places.whole ?? .zero)
        hasWhole = places.whole != nil
        let rare = RareFacts(
            pixelDigest: pixelDigest, name: key.name, look: fingerprint.isFlat ? CoarseLook(descriptor) : nil,
            frames: keys.frames, trimmed: places.trimmed, detail: keepsDetail ? PackedDetail(descriptor.detail) : nil)
        rarities = rare == RareFacts() ? [] : [rare]
    }

    /// Pixels of one frame.
    public var pixels: Int { width * height }

    /// Whether the picture moves.
    public var isAnimated: Bool { frames > 1 }

    /// The size as people write it: `1280x1698`.
    public var size: String { "\(width)x\(height)" }
}
