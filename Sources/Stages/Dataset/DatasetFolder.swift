internal import Sourcing

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
    /// What a search reads instead of the manifest.
    var searchIndex: String { hidden + "/search.index" }
    /// What was found out about pairs of pictures.
    var pairIndex: String { hidden + "/pairs.index" }
    /// Lines that wait for their groups while a run lasts.
    var spool: String { hidden + "/spool" }

    /// The path of the file that the manifest calls `name`.
    public func path(of name: String) -> String { name.hasPrefix("/") ? name : path + "/" + name }

    /// Whether a run over this dataset wrote the file: one of those above, or in `images` one that is named for its
    /// digest.
    func holdsOutput(at file: Locator) -> Bool {
        guard file.path != nil else { return false }
        let name = FileNaming.relative(to: path).name(of: file.text)
        if ["manifest.jsonl", "groups.jsonl", "summary.json", "run.json"].contains(name) { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "images", let digits = parts[2].split(separator: ".").first else {
            return false
        }
        return digits.hasPrefix(parts[1]) && parts[1].count == 2 && ContentDigest(hexadecimal: String(digits)) != nil
    }
}
