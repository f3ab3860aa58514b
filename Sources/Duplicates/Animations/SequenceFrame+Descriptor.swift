internal import Descriptors
internal import Sequences

extension SequenceFrame {
    /// Tables of transforms are made once.
    private static let prepared = FrameReader()

    /// A still as a frame.
    init(_ descriptor: Descriptor) {
        var reader = Self.prepared
        self = reader.frame(of: descriptor)
    }
}
