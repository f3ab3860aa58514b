internal import Files
internal import Foundation

/// An open file that is what its picture says: nobody can put another in its place while it is sent.
struct ServedFile: Sendable {
    private let file: OpenFile

    /// The file at `path`; `nil` when it is no regular file of `bytes` bytes by now. Blocks.
    init?(path: String, bytes: Int) {
        do throws(SystemError) {
            // Without waiting for the writer of a named pipe.
            file = try OpenFile(RawPath(path), flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
            let status = try FileStatus.of(descriptor: file.descriptor)
            guard status.kind == .file, status.bytes == bytes else { return nil }
        } catch {
            return nil
        }
    }

    /// The bytes in `part`; fewer where the file was cut short meanwhile. Blocks.
    func bytes(in part: Range<Int>) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: part.count) { buffer, count in
            while count < part.count {
                // In bounds: `count` bytes of the buffer are filled, and no more are asked for than are free.
                let rest = unsafe buffer.baseAddress.map { unsafe $0 + count }
                let read = unsafe pread(file.descriptor, rest, part.count - count, off_t(part.lowerBound + count))
                if read < 0, SystemError.last.isInterruption { continue }
                if read < 0 { failure = SystemError.last }
                if read <= 0 { return }
                count += read
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
