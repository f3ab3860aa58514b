/// An item, and all that `check` says of it.
public struct CheckedItem: Sendable, Hashable {
    /// What it was checked as a part of: an argument of the command, and the kind of source.
    public let source: String
    /// The item's id in its manifest.
    public let id: String
    /// Where the file is, as seen from the working directory; `nil` for what is not on this machine.
    public let path: String?
    /// Where the file was got; `nil` for local ones.
    public let url: String?
    /// The SHA-256 of its bytes; `nil` when there are none.
    public let digest: String?
    /// What was found, in a fixed order.
    public var issues: [CheckIssue]

    /// An item.
    public init(
        source: String, id: String, path: String? = nil, url: String? = nil, digest: String? = nil,
        issues: [CheckIssue] = []
    ) {
        self.source = source
        self.id = id
        self.path = path
        self.url = url
        self.digest = digest
        self.issues = issues
    }

    /// What people look for: the path, else the address, else the id.
    public var place: String { path ?? url ?? id }
}
