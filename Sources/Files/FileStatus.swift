internal import Foundation

/// What the file system says of a file.
package struct FileStatus: Sendable {
    /// What it is.
    package let kind: FileKind
    /// Its size in bytes.
    package let bytes: Int
    /// When its content last changed, in nanoseconds since 1970.
    package let modified: Int
    /// Which file it is, whatever path leads to it.
    package let identity: FileIdentity

    /// The status of what `path` leads to, or `nil` when there is nothing or it may not be seen.
    package static func followingLinks(_ path: RawPath) -> FileStatus? {
        var status = stat()
        guard unsafe path.withCString({ unsafe stat($0, &status) }) == 0 else { return nil }
        return FileStatus(status)
    }

    /// The status of `path` itself, which may be a link.
    package static func ofLink(_ path: RawPath) -> FileStatus? {
        var status = stat()
        guard unsafe path.withCString({ unsafe lstat($0, &status) }) == 0 else { return nil }
        return FileStatus(status)
    }

    /// The status of an open file.
    package static func of(descriptor: Int32) throws(SystemError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
        return FileStatus(status)
    }

    private init(_ status: stat) {
        kind = FileKind(mode: UInt32(status.st_mode))
        bytes = Int(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        modified = Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
        identity = FileIdentity(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

/// A file's device and number, which all paths to it share.
package struct FileIdentity: Sendable, Hashable {
    /// The device.
    package let device: UInt64
    /// The inode number.
    package let number: UInt64
}
