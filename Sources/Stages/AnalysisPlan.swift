public import Codecs
internal import Fingerprints
internal import Palettes
internal import Sequences

/// What is computed from the bytes of a picture: everything that decides what an analysis says.
public struct AnalysisPlan: Sendable, Hashable {
    /// What a file may ask for before it is refused.
    public var limits: DecodeLimits
    /// Whether a damaged file is taken as far as it goes.
    public var acceptsTruncated: Bool
    /// Colors in a palette.
    public var paletteSize: Int
    /// Whether all frames of an animation are looked at, for its sequence; else only their soundness is checked.
    public var readsFrames: Bool

    /// Whether all is computed from pixels as they are shown. If not, pictures that are coded in luma and color differences
    /// are looked at as they are coded, which saves a quarter of their decoding: luma is then the file's own, and colors are
    /// those of single pixels before color differences are smoothed.
    public var isExact: Bool

    /// A plan; without arguments, the defaults of a pipeline file.
    public init(
        limits: DecodeLimits = DecodeLimits(), acceptsTruncated: Bool = false, paletteSize: Int = 14,
        readsFrames: Bool = true, isExact: Bool = false
    ) {
        self.limits = limits
        self.acceptsTruncated = acceptsTruncated
        self.paletteSize = paletteSize
        self.readsFrames = readsFrames
        self.isExact = isExact
    }

    /// How manifests name the fingerprints of this plan.
    public var fingerprintKind: String { isExact ? Fingerprint.kind : Fingerprint.codedKind }

    /// The plan as one text, under which the catalog keeps what was computed: another plan, another text.
    public var key: String {
        [
            "analysis/1", fingerprintKind, "\(ColorThief.method)", "descriptor/1", "palette=\(paletteSize)",
            "bytes=\(limits.maximumBytes)", "pixels=\(limits.maximumPixels)", "frames=\(limits.maximumFrames)",
            "total=\(limits.maximumTotalPixels)", "truncated=\(acceptsTruncated)",
            "frames=\(readsFrames ? FrameSequence.kind : "first")",
        ].joined(separator: ";")
    }
}
