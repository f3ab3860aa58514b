/// The perceptual fingerprint of a picture.
public struct FingerprintSection: Sendable, Hashable {
    /// The algorithm and its version: `pdq/1`, or `pdq/2` of luma as it is coded.
    public var kind: String
    /// The algorithm's trust in it, 0 to 100.
    public var quality: Int
    /// The bits, as 64 hexadecimal digits.
    public var value: String

    /// A fingerprint.
    public init(kind: String, quality: Int, value: String) {
        self.kind = kind
        self.quality = quality
        self.value = value
    }
}
