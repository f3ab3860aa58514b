internal import Descriptors
public import Fingerprints
internal import Sequences

/// By what a picture is found among the frames of animations, and an animation by its frames.
public struct FrameKeys: Sendable, Hashable {
    /// The fingerprint of the still or of the first frame, by `FrameFingerprint`.
    public let first: Fingerprint
    /// The distinct frames of an animation, see `FrameSequence.keys`; empty for a still.
    public let frames: [Fingerprint]

    /// By what others are asked whether they have a frame of this: its frames, or the still itself unless it is flat.
    public var questions: [Fingerprint] { frames.isEmpty && !first.isFlat ? [first] : frames }

    /// Making the tables of a transform takes longer than what is done with them.
    private static let prepared = FrameFingerprint()

    init(_ descriptor: Descriptor, _ sequence: FrameSequence?) {
        var hasher = Self.prepared
        first = hasher.fingerprint(of: descriptor.luma)
        frames = sequence?.keys ?? []
    }
}
