internal import Foundation

/// What a path can lead to.
public enum FileKind: String, Sendable, Hashable {
    /// A regular file.
    case file = "a regular file"
    /// A folder.
    case folder = "a folder"
    /// A symbolic link.
    case link = "a symbolic link"
    /// A named pipe.
    case pipe = "a named pipe"
    /// A socket.
    case socket = "a socket"
    /// A character or block device.
    case device = "a device"
    /// Something that this program has no name for.
    case other = "no regular file"

    /// The kind in a file's mode.
    init(mode: UInt32) {
        switch mode & UInt32(S_IFMT) {
        case UInt32(S_IFREG): self = .file
        case UInt32(S_IFDIR): self = .folder
        case UInt32(S_IFLNK): self = .link
        case UInt32(S_IFIFO): self = .pipe
        case UInt32(S_IFSOCK): self = .socket
        case UInt32(S_IFCHR), UInt32(S_IFBLK): self = .device
        default: self = .other
        }
    }

    /// What `path` leads to, links followed, or `nil` when there is nothing or it may not be seen.
    public static func at(_ path: String) -> FileKind? { at(RawPath(path)) }

    /// The same of a path that need not be text.
    package static func at(_ path: RawPath) -> FileKind? { FileStatus.followingLinks(path)?.kind }
}
