internal import Files

/// Finds the files below a folder.
enum FolderWalk {
    /// A file, or a folder that could not be read.
    struct Entry: Sendable {
        /// The path relative to the folder that is walked.
        let path: RawPath
        /// Why the folder at `path` could not be read; `nil` for a file.
        let error: SystemError?
    }

    /// All files below `root`, sorted by the bytes of their relative paths.
    ///
    /// Folders are walked before links to folders are followed, so that a folder keeps its own path when both lead to
    /// it.
    ///
    /// - Throws: when `root` itself cannot be read.
    static func entries(of root: RawPath, filter: PathFilter, isRecursive: Bool) throws(SystemError) -> [Entry] {
        var walk = Walk(root: root, filter: filter, isRecursive: isRecursive)
        try walk.enter(Walk.Folder(path: RawPath(bytes: []), isLinked: false))
        while let folder = walk.nextFolder() {
            do throws(SystemError) {
                try walk.enter(folder)
            } catch {
                walk.entries.append(Entry(path: folder.path, error: error))
            }
        }
        return walk.entries.sorted { $0.path < $1.path }
    }
}

/// The state of one walk.
private struct Walk {
    /// A folder to enter.
    struct Folder {
        /// Relative to the root.
        let path: RawPath
        /// Whether it is a link, or was found behind one.
        let isLinked: Bool
    }

    let root: RawPath
    let filter: PathFilter
    let isRecursive: Bool
    var entries: [FolderWalk.Entry] = []
    private var folders: [Folder] = []
    /// Links found since the last wave, and those of the wave, the last of which comes next.
    private var links: [RawPath] = []
    private var wave: [RawPath] = []
    private var entered: Set<FileIdentity> = []

    init(root: RawPath, filter: PathFilter, isRecursive: Bool) {
        self.root = root
        self.filter = filter
        self.isRecursive = isRecursive
    }

    /// The next folder to enter: first all real ones, then links in byte order, so that the outcome does not depend on
    /// the order in which the file system lists.
    mutating func nextFolder() -> Folder? {
        if let folder = folders.popLast() { return folder }
        if wave.isEmpty {
            wave = links.sorted(by: >)
            links = []
        }
        return wave.popLast().map { Folder(path: $0, isLinked: true) }
    }

    /// Places what is in `folder`, unless it is behind a link and was entered on another way.
    mutating func enter(_ folder: Folder) throws(SystemError) {
        let full = folder.path.bytes.isEmpty ? root : root.appending(folder.path)
        if let status = FileStatus.followingLinks(full) {
            let isNew = entered.insert(status.identity).inserted
            if folder.isLinked, !isNew { return }
        }
        for entry in try FolderListing.entries(of: full) where entry.name.first != UInt8(ascii: ".") {
            let path = folder.path.appending(RawPath(bytes: entry.name))
            place(path, kind: entry.kind, isLinked: folder.isLinked)
        }
    }

    private mutating func place(_ path: RawPath, kind: FileKind, isLinked: Bool) {
        switch kind {
        case .file:
            if filter.takes(file: path) { entries.append(FolderWalk.Entry(path: path, error: nil)) }
        case .folder:
            if isRecursive, filter.enters(folder: path) { folders.append(Folder(path: path, isLinked: isLinked)) }
        case .link:
            let target = FileStatus.followingLinks(root.appending(path))?.kind ?? .file
            if target != .folder {
                place(path, kind: target, isLinked: isLinked)
            } else if isRecursive, filter.enters(folder: path) {
                links.append(path)
            }
        case .pipe, .socket, .device, .other:
            break
        }
    }
}
