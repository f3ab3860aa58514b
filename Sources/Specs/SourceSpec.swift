/// Where items come from.
public enum SourceSpec: Sendable, Hashable {
    case folder(Folder)
    case list(List)
    /// Paths or URLs from the standard input, one a line.
    case stdin
    case nekosia(Nekosia)
    case nekosbest(NekosBest)

    /// The key of a source in a pipeline file, and the `source.kind` of its items.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case folder, list, stdin, nekosia, nekosbest
    }

    /// The key of this source in a pipeline file.
    public var kind: Kind {
        switch self {
        case .folder: .folder
        case .list: .list
        case .stdin: .stdin
        case .nekosia: .nekosia
        case .nekosbest: .nekosbest
        }
    }

    /// The pictures of a folder.
    public struct Folder: Sendable, Hashable {
        /// The folder.
        public var path: String
        /// Patterns of which one has to fit; empty for all files.
        public var include: [String] = []
        /// Patterns of which none may fit.
        public var exclude: [String] = []
        /// Whether folders inside the folder are read too.
        public var isRecursive = true

        /// All files of the folder at `path`.
        public init(path: String) { self.path = path }
    }

    /// The paths or URLs that a file names: plain, CSV, or JSON lines with annotations.
    public struct List: Sendable, Hashable {
        /// The file.
        public var path: String

        /// The list at `path`.
        public init(path: String) { self.path = path }
    }
}
