internal import Fingerprints

/// What is known of few pictures, so that the others need no room for it.
struct RareFacts: Sendable, Hashable {
    /// The digest of all pixels, where somebody computed it.
    var pixelDigest: String?
    /// The digest of the file, where it is no SHA-256 in lower-case hexadecimal.
    var name: String?
    /// The look of a flat picture.
    var look: CoarseLook?
    /// The keys of an animation's frames.
    var frames: [Fingerprint] = []
    /// The parts inside borders and bars.
    var trimmed: [PlaceKeys.Key] = []
    /// The detail of the first frame, where it was kept.
    var detail: PackedDetail?
}
