public import Sourcing

/// An item, and all that `check` says of it.
public struct CheckedItem: Sendable, Hashable {
    /// What it was checked as a part of: an argument of the command, and the kind of source.
    public let source: String
    /// The kind of its source: `folder`, `nekosia`.
    public let kind: String
    /// The item's id in its manifest.
    public let id: String
    /// Where the file is, as seen from the working directory; `nil` for what is not on this machine.
    public let path: String?
    /// Where the file was got; `nil` for local ones.
    public let url: String?
    /// The SHA-256 of its bytes; `nil` when there are none.
    public let digest: String?
    /// The artwork that its source names; `nil` when it names none.
    public let artwork: ArtworkKey?
    /// What was found, in a fixed order.
    public var issues: [CheckIssue]

    /// An item.
    public init(
        source: String, kind: String, id: String, path: String? = nil, url: String? = nil, digest: String? = nil,
        artwork: ArtworkKey? = nil, issues: [CheckIssue] = []
    ) {
        self.source = source
        self.kind = kind
        self.id = id
        self.path = path
        self.url = url
        self.digest = digest
        self.artwork = artwork
        self.issues = issues
    }

    /// What people look for: the path, else the address, else the id.
    public var place: String { path ?? url ?? id }
}
