public import Sourcing

/// The items of another source, marked as a collection from which nothing is ever dropped.
public struct ReferenceSource: ItemSource {
    /// The `source.kind` of such items.
    public static let kind = "reference"

    private var base: FolderSource

    /// All files of the folder at `path`.
    public init(path: String) throws(SourceError) { base = try FolderSource(path: path) }

    public mutating func next() throws(SourceError) -> ListedOrProblem? {
        switch try base.next() {
        case .item(var item)?:
            item.kind = Self.kind
            item.id = Self.kind + "/" + item.id
            return .item(item)
        case .problem(let problem)?:
            return .problem(
                SourceProblem(id: Self.kind + "/" + problem.id, kind: Self.kind, error: problem.error))
        case nil: return nil
        }
    }
}
