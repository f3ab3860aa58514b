/// Where the parts of a dataset stand in its folder.
public struct DatasetFolder: Sendable, Hashable {
    /// The folder itself.
    public let path: String

    /// The dataset in the folder at `path`, whether it is there or not.
    public init(_ path: String) { self.path = path }

    /// One line an item, in the order of the source.
    public var manifest: String { path + "/manifest.jsonl" }
    /// One line a group of duplicates.
    public var groups: String { path + "/groups.jsonl" }
    /// Counts, the spec, versions.
    public var summary: String { path + "/summary.json" }
    /// Everything that may differ from run to run.
    public var report: String { path + "/run.json" }
    /// What was fetched, by content.
    public var images: String { path + "/images" }
    /// The catalog and whatever else is not for readers.
    public var hidden: String { path + "/.pawprint" }
    /// Lines that wait for their groups while a run lasts.
    var spool: String { hidden + "/spool" }
}
