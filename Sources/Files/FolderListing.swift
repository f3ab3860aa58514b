internal import Foundation

/// Reads the names in one folder as bytes: Foundation's listing loses names that are not UTF-8.
package enum FolderListing {
    /// A name in a folder.
    package struct Entry {
        /// The name's bytes, without slash.
        package let name: [UInt8]
        /// What it names, links not followed.
        package let kind: FileKind
    }

    /// All entries but `.` and `..`, in the file system's order.
    package static func entries(of folder: RawPath) throws(SystemError) -> [Entry] {
        // The path is zero-terminated by `withCString`; the stream is closed on every way out and never leaves this
        // function.
        guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else { throw .last }
        defer { unsafe closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let record = unsafe readdir(stream) else {
                if errno != 0 { throw .last }
                return entries
            }
            let name = unsafe nameBytes(of: record)
            if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
            let kind = unsafe FileKind(entryType: Int32(record.pointee.d_type))
            entries.append(
                Entry(
                    name: name,
                    kind: kind ?? FileStatus.ofLink(folder.appending(RawPath(bytes: name)))?.kind ?? .file))
        }
    }

    /// The record is valid until the next `readdir`; its name is zero-terminated and may be shorter than the declared
    /// field, so it is read where it lies and not through a copy of the record.
    private static func nameBytes(of record: UnsafeMutablePointer<dirent>) -> [UInt8] {
        guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return [] }
        let start = unsafe UnsafeRawPointer(record) + offset
        let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
    }
}

extension FileKind {
    /// The kind that a directory entry states, or `nil` where the file system does not say.
    fileprivate init?(entryType: Int32) {
        switch entryType {
        case Int32(DT_REG): self = .file
        case Int32(DT_DIR): self = .folder
        case Int32(DT_LNK): self = .link
        case Int32(DT_FIFO): self = .pipe
        case Int32(DT_SOCK): self = .socket
        case Int32(DT_CHR), Int32(DT_BLK): self = .device
        default: return nil
        }
    }
}
