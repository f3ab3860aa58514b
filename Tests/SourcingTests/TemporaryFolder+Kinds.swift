import Files
import Foundation
import TestSupport

extension TemporaryFolder {
    /// Writes files, with the folders that they need; each holds its own name.
    func add(_ names: String...) throws {
        for name in names { try write(Array(name.utf8), to: name) }
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
}
