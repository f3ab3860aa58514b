internal import Files

/// All files of a folder, sorted by the bytes of their relative paths.
///
/// - Every regular file is listed, whatever its name: formats are told from content. Links to files are followed; a
///   link to nothing is listed too, and fails when it is read.
/// - Names that start with a dot are skipped, and with them a dataset's own `.pawprint`.
/// - Linked folders are walked, each folder once: a folder that can also be reached without a link is listed under its
///   own path, so loops end and nothing is listed twice.
/// - A folder that cannot be read is a problem in its place in the order.
/// - An item's id is its path relative to the folder. Paths that are not UTF-8 are `Locator.rawFile`, with an id that
///   spells the odd bytes as `%FF` (`RawPath.text`).
public struct FolderSource: ItemSource {
    private let root: RawPath
    private let filter: PathFilter
    private let isRecursive: Bool
    private var entries: [FolderWalk.Entry]?
    private var position = 0

    /// The files below `path`.
    ///
    /// - Parameters:
    ///   - include: only files that match one of these patterns; empty for all.
    ///   - exclude: no files that match one of these, or that are in a folder that does. See `Glob` for what is
    ///     understood.
    ///   - recursive: whether folders in the folder are walked.
    /// - Throws: a pattern that cannot be understood. Whether the folder is there is found by the first `next`.
    public init(path: String, include: [String] = [], exclude: [String] = [], recursive: Bool = true)
        throws(SourceError)
    {
        root = RawPath(path)
        filter = PathFilter(include: try Glob.parsed(include), exclude: try Glob.parsed(exclude))
        isRecursive = recursive
    }

    public mutating func next() throws(SourceError) -> ListedOrProblem? {
        let entries = try listing()
        guard position < entries.count else { return nil }
        defer { position += 1 }
        let entry = entries[position]
        let id = entry.path.text
        if let error = entry.error {
            return .problem(SourceProblem(id: id + "/", kind: "folder", error: .unreadable(path: id + "/", error)))
        }
        return .item(SourceItem(id: id, locator: Locator(root.appending(entry.path)), kind: "folder"))
    }

    /// Walked on first use: making a source costs nothing.
    private mutating func listing() throws(SourceError) -> [FolderWalk.Entry] {
        if let entries { return entries }
        let walked: [FolderWalk.Entry]
        do throws(SystemError) {
            walked = try FolderWalk.entries(of: root, filter: filter, isRecursive: isRecursive)
        } catch {
            guard error.isMissing else { throw .unreadable(path: root.text, error) }
            if FileStatus.followingLinks(root) == nil { throw .missing(path: root.text) }
            throw .notAFolder(path: root.text)
        }
        entries = walked
        return walked
    }
}
