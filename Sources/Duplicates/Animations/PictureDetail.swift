public import Descriptors
public import Sequences

/// What a verdict needs to see of a picture beyond its facts: kilobytes, which are fetched for candidates only.
public struct PictureDetail: Sendable, Hashable {
    /// The descriptor of the first frame.
    public var descriptor: Descriptor
    /// The frames of an animation; `nil` for a still, and where frames were not looked at.
    public var sequence: FrameSequence?

    /// The detail of a picture.
    public init(descriptor: Descriptor, sequence: FrameSequence? = nil) {
        self.descriptor = descriptor
        self.sequence = sequence
    }
}
