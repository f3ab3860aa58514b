import Foundation
import Sourcing

/// An empty folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "pawprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("left behind: \(path): \(error)")
        }
    }

    /// The full path of what is called `name` in the folder.
    func path(_ name: String) -> String { path + "/" + name }

    /// Writes files, with the folders that they need; each holds its own name.
    func add(_ names: String...) throws {
        for name in names { try write(Array(name.utf8), to: name) }
    }

    /// Writes one file.
    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Writes an empty file whose name is no text.
    func touch(_ name: [UInt8]) throws {
        _ = try OpenFile(RawPath(path).appending(RawPath(bytes: name)), flags: O_CREAT | O_WRONLY)
    }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }

    /// Makes a named pipe that nobody writes to.
    func addPipe(_ name: String) throws {
        // The text lives through the call, which keeps nothing of it.
        if unsafe mkfifo(path(name), 0o600) != 0 { throw SystemError(number: errno) }
    }

    /// Says who may read.
    func setPermissions(_ permissions: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(name))
    }

    /// The names in the folder, and in those below it.
    func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
}

extension ItemSource {
    /// All that the source lists.
    mutating func all() throws(SourceError) -> [ListedOrProblem] {
        var listed: [ListedOrProblem] = []
        while let next = try next() { listed.append(next) }
        return listed
    }
}

/// All that a source lists, of which a copy is used.
func listing(_ source: some ItemSource) throws(SourceError) -> [ListedOrProblem] {
    var source = source
    return try source.all()
}

/// The ids of items, and the messages of problems.
func ids(_ source: some ItemSource) throws -> [String] {
    try listing(source).map { listed in
        switch listed {
        case .item(let item): item.id
        case .problem(let problem): "! " + problem.message
        }
    }
}

/// The items of a source in which there are no problems.
func items(_ source: some ItemSource) throws -> [SourceItem] {
    try listing(source).map { listed in
        switch listed {
        case .item(let item): return item
        case .problem(let problem): throw problem
        }
    }
}
