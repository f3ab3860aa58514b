/// What is wanted of a picture.
public struct DecodeOptions: Sendable, Hashable {
    /// Which frames of an animation.
    public enum Frames: Sendable, Hashable {
        /// Every frame is handed on.
        case all
        /// The first is handed on; the others are not looked at.
        case first
        /// The first is handed on; the others are decoded to find their damage, for less than they cost to compose.
        case firstThenCheck
    }

    /// How large.
    public enum Scale: Sendable, Hashable {
        /// As stored.
        case full
        /// A JPEG may be halved up to three times while its shorter side keeps this many pixels, which saves most of
        /// the decoding; other formats stay as they are.
        case atLeast(side: Int)
    }

    /// Take what there is of a damaged picture, and say so, rather than fail.
    public var acceptsTruncated: Bool
    /// Which frames of an animation.
    public var frames: Frames
    /// How large.
    public var scale: Scale
    /// Leave everything to the libraries, also what is decoded faster here: what the tests hold the faster ways to.
    package var usesLibrariesOnly = false
    /// Use no kernels that only some processors have: what the tests hold these kernels to.
    package var usesPlainKernels = false

    /// Options; those not named ask for everything, undamaged, at full size.
    public init(acceptsTruncated: Bool = false, frames: Frames = .all, scale: Scale = .full) {
        self.acceptsTruncated = acceptsTruncated
        self.frames = frames
        self.scale = scale
    }

    /// By what both sides of this picture are divided: 1, 2, 4 or 8.
    func denominator(for header: ImageHeader) -> Int {
        guard case .atLeast(let side) = scale, header.format == .jpeg else { return 1 }
        let shorter = min(header.width, header.height)
        return [8, 4, 2].first { shorter / $0 >= max(side, 1) } ?? 1
    }
}
