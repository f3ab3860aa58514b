#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that is there whole or not at all, whenever the process dies.
///
/// Bytes go to `.<name>.partial` in the same folder, which is synced and renamed by `commit()`. A file that is dropped
/// without it leaves nothing behind; what a killed process left is overwritten by the next one.
public struct AtomicFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let folder: String
    private let handle: Int32
    private var buffer: [UInt8] = []
    private var isRenamed = false
    /// Far above the point where larger writes stop being cheaper.
    private static let chunk = 1 << 20

    /// Starts to write the file at `path`; its folder has to exist.
    public init(path: String) throws(OutputError) {
        let cut = path.lastIndex(of: "/")
        let name = cut.map { path[path.index(after: $0)...] } ?? path[...]
        let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        self.path = path
        self.folder = folder
        temporary = "\(folder)/.\(name).partial"
        handle = try Self.open(temporary, for: path)
        buffer.reserveCapacity(Self.chunk)
    }

    deinit {
        // Removed before it is closed: the lock goes with the handle, and the name may then be another writer's.
        // The text is only read, during the call.
        if !isRenamed { _ = unsafe unlink(temporary) }
        close(handle)
    }

    /// Appends `bytes`.
    public mutating func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.chunk { try flush() }
    }

    /// Makes the file appear under its name, on the disk and not only in memory.
    public consuming func commit() throws(OutputError) {
        try flush()
        guard fsync(handle) == 0 else { throw .failed(.sync, path: path, code: errno) }
        // The texts are only read, during the call.
        guard unsafe rename(temporary, path) == 0 else { throw .failed(.replace, path: path, code: errno) }
        isRenamed = true
        try syncFolder()
    }

    /// Writes a whole file at once.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        var file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    private mutating func flush() throws(OutputError) {
        var start = 0
        while start < buffer.count {
            let (written, code) = unsafe buffer.withUnsafeBytes { all in
                // The pointer stays inside the call, and the rebased bytes inside the buffer: start < count.
                let rest = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
                let written = unsafe systemWrite(handle, rest.baseAddress, rest.count)
                return (written, errno)
            }
            if written >= 0 {
                start += written
            } else if code != EINTR {
                throw .failed(.write, path: path, code: code)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Without it, a power cut may bring back the folder as it was before the renaming.
    private func syncFolder() throws(OutputError) {
        let folder = unsafe systemOpen(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .failed(.sync, path: path, code: errno) }
        defer { close(folder) }
        // Some file systems cannot sync a folder and say so; nothing better can be done there.
        guard fsync(folder) == 0 || errno == EINVAL else { throw .failed(.sync, path: path, code: errno) }
    }

    /// The temporary file, empty and locked by this writer.
    private static func open(_ temporary: String, for path: String) throws(OutputError) -> Int32 {
        var status = stat()
        // The texts are only read, and the structure outlives the call.
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
        while true {
            let handle = unsafe systemOpen(temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
            guard handle >= 0 else { throw .failed(.open, path: path, code: errno) }
            guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(handle)
                throw code == EWOULDBLOCK ? .busy(path: path) : .failed(.open, path: path, code: code)
            }
            var named = stat()
            let isNamed = unsafe fstat(handle, &status) == 0 && lstat(temporary, &named) == 0
            // Between opening and locking, another writer may have renamed this very file: then it is no longer ours.
            guard isNamed, status.st_ino == named.st_ino else {
                close(handle)
                continue
            }
            guard ftruncate(handle, 0) == 0 else {
                let code = errno
                close(handle)
                throw .failed(.open, path: path, code: code)
            }
            return handle
        }
    }
}

/// `write`, whose name the method of the same name hides.
private func systemWrite(_ handle: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(handle, bytes, count)
}

/// `open`, whose name the method of the same name hides.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    unsafe open(path, flags, mode)
}
