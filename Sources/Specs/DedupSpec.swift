/// What a duplicate is, and which one stays (`dedup`).
public struct DedupSpec: Sendable, Hashable {
    /// One reason to keep a picture rather than another.
    public enum Keep: String, Sendable, Hashable, CaseIterable {
        case reference, pixels, detail, lossless, quality, metadata, bytes, path
    }

    /// The radius in which duplicates are looked for, in bits of 256, 0 to 128.
    public var maximumDistance = 31
    /// The reasons in the order in which they decide; each at most once.
    public var keep = Keep.allCases

    /// The defaults.
    public init() {}
}
