/// What a duplicate is, and which one stays (`dedup`).
public struct DedupSpec: Sendable, Hashable {
    /// One reason to keep a picture rather than another.
    public enum Keep: String, Sendable, Hashable, CaseIterable {
        case reference, pixels, detail, lossless, quality, metadata, bytes, path
    }

    /// How much of one picture has to be in the other.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// All of it; all but borders and bars; crops too; or crops among few pictures and borders among many.
        case whole, borders, parts, automatic
    }

    /// What holds a group together.
    public enum Cluster: String, Sendable, Hashable, CaseIterable {
        /// Each is a copy of the one that is kept; each of each other; or each of some other, in a chain.
        case star, complete, component
    }

    /// The radius in which duplicates are looked for, in bits of 256, 0 to 128.
    public var maximumDistance = 31
    /// The reasons in the order in which they decide; each at most once.
    public var keep = Keep.allCases
    /// How much of one picture has to be in the other.
    public var reach = Reach.automatic
    /// What holds a group together.
    public var cluster = Cluster.star

    /// The defaults.
    public init() {}
}
