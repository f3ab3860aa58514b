public import Descriptors
public import Fingerprints
public import Sequences

/// A picture as two are compared: what is known of it, and its descriptor.
@dynamicMemberLookup
public struct Picture: Sendable, Hashable {
    /// All but the descriptor.
    public var facts: PictureFacts
    /// The descriptor of the first frame.
    public var descriptor: Descriptor
    /// The frames of an animation; `nil` for a still, and where frames were not looked at.
    public var sequence: FrameSequence?

    /// A picture of which these facts are known.
    public init(_ facts: PictureFacts, descriptor: Descriptor, sequence: FrameSequence? = nil) {
        self.facts = facts
        self.descriptor = descriptor
        self.sequence = sequence
    }

    /// A picture with all that is known of it; see `PictureFacts`.
    public init(
        ticket: Int, path: String, digest: String, pixelDigest: String? = nil, width: Int, height: Int, bytes: Int,
        isLossless: Bool, quality: Int? = nil, metadataBytes: Int = 0, frames: Int = 1, fingerprint: Fingerprint,
        descriptor: Descriptor, sequence: FrameSequence? = nil, isReference: Bool = false
    ) {
        facts = PictureFacts(
            ticket: ticket, path: path, digest: digest, pixelDigest: pixelDigest, width: width, height: height,
            bytes: bytes, isLossless: isLossless, quality: quality, metadataBytes: metadataBytes, frames: frames,
            fingerprint: fingerprint, descriptor: descriptor, sequence: sequence, isReference: isReference)
        self.descriptor = descriptor
        self.sequence = sequence
    }

    /// One of the facts.
    public subscript<Value>(dynamicMember fact: WritableKeyPath<PictureFacts, Value>) -> Value {
        get { facts[keyPath: fact] }
        set { facts[keyPath: fact] = newValue }
    }

    /// One of the facts that follow from others.
    public subscript<Value>(dynamicMember fact: KeyPath<PictureFacts, Value>) -> Value { facts[keyPath: fact] }
}
