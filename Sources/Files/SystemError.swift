internal import Foundation

/// An error number of the operating system.
public struct SystemError: Error, Sendable, Hashable {
    /// The value of `errno`.
    public let number: Int32

    /// The error with this number.
    public init(number: Int32) { self.number = number }

    /// The error of the system call that just failed on this thread.
    package static var last: SystemError { SystemError(number: errno) }

    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    package var isInterruption: Bool { number == EINTR }
    package var isRefusal: Bool { number == EACCES || number == EPERM }
}

extension SystemError: CustomStringConvertible {
    /// Words of our own for what people meet: `strerror` differs between systems and languages.
    public var description: String {
        switch number {
        case ENOENT: "no such file or folder"
        case ENOTDIR: "a part of the path is no folder"
        case EACCES, EPERM: "permission denied"
        case EISDIR: "is a folder"
        case ELOOP: "a chain of symbolic links without end"
        case ENAMETOOLONG: "the path is too long"
        case EMFILE, ENFILE: "too many open files"
        case ENOSPC: "no space left on the disk"
        case EDQUOT: "the disk quota is used up"
        case EROFS: "the file system is read-only"
        case EIO: "input/output error"
        case EFBIG: "the file is too big for the file system"
        case ENXIO, ENODEV: "no such device"
        default: "system error \(number)"
        }
    }
}
