public import Descriptors
public import Fingerprints

/// A picture as two are compared: what is known of it, and its descriptor.
@dynamicMemberLookup
public struct Picture: Sendable, Hashable {
    /// All but the descriptor.
    public var facts: PictureFacts
    /// The descriptor of the first frame.
    public var descriptor: Descriptor

    /// A picture of which these facts are known.
    public init(_ facts: PictureFacts, descriptor: Descriptor) {
        self.facts = facts
        self.descriptor = descriptor
    }

    /// A picture with all that is known of it; see `PictureFacts`.
    public init(
        ticket: Int, path: String, digest: String, pixelDigest: String? = nil, width: Int, height: Int, bytes: Int,
        isLossless: Bool, quality: Int? = nil, metadataBytes: Int = 0, frames: Int = 1, fingerprint: Fingerprint,
        descriptor: Descriptor, isReference: Bool = false
    ) {
        facts = PictureFacts(
            ticket: ticket, path: path, digest: digest, pixelDigest: pixelDigest, width: width, height: height,
            bytes: bytes, isLossless: isLossless, quality: quality, metadataBytes: metadataBytes, frames: frames,
            fingerprint: fingerprint, descriptor: descriptor, isReference: isReference)
        self.descriptor = descriptor
    }

    /// One of the facts.
    public subscript<Value>(dynamicMember fact: WritableKeyPath<PictureFacts, Value>) -> Value {
        get { facts[keyPath: fact] }
        set { facts[keyPath: fact] = newValue }
    }

    /// One of the facts that follow from others.
    public subscript<Value>(dynamicMember fact: KeyPath<PictureFacts, Value>) -> Value { facts[keyPath: fact] }
}
