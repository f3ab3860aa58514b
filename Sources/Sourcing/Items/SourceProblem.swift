/// An entry of a source that could not be made an item: a bad line, a folder that may not be read.
public struct SourceProblem: Error, Sendable, Hashable {
    /// What identifies the entry, in place of an item's id: `list.csv:12`, or the path of a folder with a slash at its
    /// end.
    public let id: String
    /// The kind of source, as in `SourceItem`.
    public let kind: String
    /// What is wrong.
    public let error: SourceError

    /// A problem with one entry.
    public init(id: String, kind: String, error: SourceError) {
        self.id = id
        self.kind = kind
        self.error = error
    }

    /// The error's stable code, for programs.
    public var code: String { error.code }
    /// What is wrong, for people.
    public var message: String { error.description }
}
