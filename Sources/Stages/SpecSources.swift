public import Sourcing
public import Specs

extension PipelineSpec {
    /// The sources that the file names, in order.
    ///
    /// - Throws: a pattern that cannot be understood, or a source that this version cannot read.
    public func itemSources() throws(SourceError) -> [any ItemSource] {
        var made: [any ItemSource] = []
        for source in sources { made.append(try source.itemSource()) }
        return made
    }
}

extension SourceSpec {
    func itemSource() throws(SourceError) -> any ItemSource {
        switch self {
        case .folder(let folder):
            return try FolderSource(
                path: folder.path, include: folder.include, exclude: folder.exclude, recursive: folder.isRecursive)
        case .list(let list): return ListSource(path: list.path)
        case .stdin: return ListSource.standardInput()
        case .nekosia, .nekosbest: throw .unsupported(kind: kind.rawValue)
        }
    }
}
