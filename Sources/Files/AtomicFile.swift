internal import Foundation

/// A file that is there whole or not at all, whenever the process dies.
///
/// Bytes go to `.<name>.partial` in the same folder, which is synced and renamed by `commit()`. A file that is dropped
/// without it leaves nothing behind; what a killed process left is overwritten by the next one.
public struct AtomicFile: ~Copyable {
    private let path: String
    private let temporary: RawPath
    private let file: OpenFile
    private let behind: WriteBehind
    private var buffer: [UInt8] = []
    private var isRenamed = false
    /// Far above the point where larger writes stop being cheaper.
    private static let chunk = 1 << 20

    /// Starts to write the file at `path`; its folder has to exist.
    public init(path: String) throws(OutputError) {
        let target = RawPath(path)
        if let kind = FileKind.at(target), kind != .file { throw .notAFile(path: path) }
        let name = RawPath(bytes: Array(".".utf8) + target.lastComponent.bytes + Array(".partial".utf8))
        let temporary = target.folder.appending(name)
        let file = try OutputError.translating(.open, path) { () throws(SystemError) in
            try Self.locked(temporary)
        }
        guard let file else { throw .busy(path: path) }
        self.path = path
        self.temporary = temporary
        self.file = file
        behind = WriteBehind(file)
        buffer.reserveCapacity(Self.chunk)
    }

    deinit {
        // Removed before it is closed: the lock goes with the handle, and the name may then be another writer's.
        if !isRenamed { temporary.removeFile() }
    }

    /// Appends `bytes`.
    public mutating func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        guard buffer.count >= Self.chunk else { return }
        var piece: [UInt8] = []
        piece.reserveCapacity(buffer.capacity)
        swap(&piece, &buffer)
        try OutputError.translating(.write, path) { () throws(SystemError) in try behind.write(piece) }
    }

    /// Makes the file appear under its name, on the disk and not only in memory.
    public consuming func commit() throws(OutputError) {
        try OutputError.translating(.write, path) { () throws(SystemError) in
            try behind.finish()
            try file.write(buffer.span)
        }
        let target = RawPath(path)
        try OutputError.translating(.sync, path) { () throws(SystemError) in try file.synchronize() }
        try OutputError.translating(.replace, path) { () throws(SystemError) in try temporary.rename(to: target) }
        isRenamed = true
        try OutputError.translating(.sync, path) { () throws(SystemError) in try target.synchronizeFolder() }
    }

    /// Writes a whole file at once.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        var file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// The file at `temporary`, empty and locked by this writer; `nil` when another has it.
    private static func locked(_ temporary: RawPath) throws(SystemError) -> OpenFile? {
        while true {
            let file = try OpenFile(temporary, flags: O_WRONLY | O_CREAT | O_NOFOLLOW)
            guard try file.lock() else { return nil }
            // Between opening and locking, another writer may have renamed this very file: then it is no longer ours.
            let identity = try FileStatus.of(descriptor: file.descriptor).identity
            guard FileStatus.ofLink(temporary)?.identity == identity else { continue }
            try file.truncate()
            return file
        }
    }
}
