#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The right to write a dataset folder: a lock that the system takes back when the process ends, however it ends.
final class FolderLock: Sendable {
    private let handle: Int32

    /// Takes the lock of `folder`, which is made where it is missing.
    init(folder: String) throws(CatalogError) {
        let hidden = "\(folder)/.pawprint"
        try Self.makeFolders(hidden)
        let path = "\(hidden)/lock"
        // The text is only read, during the call. A child process must not inherit the lock.
        let handle = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard handle >= 0 else { throw Self.refused(path, errno) }
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let process = Self.process(in: handle)
            close(handle)
            throw code == EWOULDBLOCK ? .locked(folder: folder, process: process) : Self.refused(path, code)
        }
        self.handle = handle
        // Only for the message that another run shows; that it could not be written changes nothing.
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(handle, 0)
        _ = unsafe text.withUnsafeBytes { unsafe pwrite(handle, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(handle) }

    /// Makes `path` and what is missing above it.
    private static func makeFolders(_ path: String) throws(CatalogError) {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += made.isEmpty && part.isEmpty ? "/" : made.isEmpty || made.hasSuffix("/") ? part : "/\(part)"
            // The text is only read, during the call. A folder that is there is what is wanted; what else is there,
            // opening shows.
            guard unsafe mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EROFS || errno == EISDIR else {
                throw refused(made, errno)
            }
        }
    }

    private static func process(in handle: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        // At most as many bytes as the array has.
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(handle, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private static func refused(_ path: String, _ code: Int32) -> CatalogError {
        // The string stands in static or thread-local memory, and is copied before anything else runs on this thread.
        .unavailable(path: path, reason: unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)")
    }
}
