internal import Foundation

/// A file descriptor that is closed when nobody holds it any more.
///
/// A class, so that sources which read as they go stay copyable values; immutable, hence safe to hand to another queue.
package final class OpenFile: Sendable {
    package let descriptor: Int32
    private let isOwned: Bool

    /// Opens the file at `path`; one that `flags` create may be read by all and written by its owner.
    package init(_ path: RawPath, flags: Int32) throws(SystemError) {
        var opened: Int32
        repeat {
            opened = unsafe path.withCString { unsafe open($0, flags | O_CLOEXEC, 0o644) }
        } while opened < 0 && errno == EINTR
        if opened < 0 { throw .last }
        descriptor = opened
        isOwned = true
    }

    /// A descriptor that somebody else closes, as that of standard input.
    package init(borrowing descriptor: Int32) {
        self.descriptor = descriptor
        isOwned = false
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Reads once into `buffer` behind its first `start` bytes; 0 at the end of the file.
    package func read(into buffer: inout [UInt8], from start: Int) throws(SystemError) -> Int {
        precondition(start < buffer.count, "no room behind \(start) of \(buffer.count) bytes")
        while true {
            // The pointer is used within the call only, and the room behind `start` is in bounds by the precondition.
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
                return unsafe Foundation.read(descriptor, room.baseAddress, room.count)
            }
            if count >= 0 { return count }
            let error = SystemError.last
            if !error.isInterruption { throw error }
        }
    }

    /// Reads the first `limit` bytes, or fewer where the file ends: also of a pipe, or a device that never ends.
    package func read(atMost limit: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let read = try read(into: &bytes, from: count)
            if read == 0 { break }
            count += read
        }
        return Array(bytes[..<count])
    }

    /// Writes all of `bytes`.
    package func write(_ bytes: Span<UInt8>) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(droppingFirst: written)
            let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                let error = SystemError.last
                if !error.isInterruption { throw error }
            } else {
                written += count
            }
        }
    }

    /// Waits until what was written is on the disk.
    package func synchronize() throws(SystemError) {
        if fsync(descriptor) != 0 { throw .last }
    }

    /// Locks the file for this process until it is closed; `false` when another holds it.
    package func lock() throws(SystemError) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw .last
    }

    /// Takes the lock back; whether there was one does not matter.
    package func unlock() { _ = flock(descriptor, LOCK_UN) }

    /// Takes away all bytes.
    package func truncate() throws(SystemError) {
        if ftruncate(descriptor, 0) != 0 { throw .last }
    }
}
