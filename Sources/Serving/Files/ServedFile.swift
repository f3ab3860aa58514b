internal import Files
internal import Foundation
internal import Sourcing

/// An open file that is what its picture says: nobody can put another in its place while it is sent.
struct ServedFile: Sendable {
    private let file: OpenFile

    /// The file of which something is claimed; `nil` when it is no regular file of that size by now. Blocks.
    init?(_ claim: FileClaim) {
        do throws(SystemError) {
            // Without waiting for the writer of a named pipe.
            file = try OpenFile(RawPath(claim.path), flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
            let status = try FileStatus.of(descriptor: file.descriptor)
            guard status.kind == .file, status.bytes == claim.bytes else { return nil }
        } catch {
            return nil
        }
    }

    /// Whether the bytes are those of the claim. Blocks while all of them are read.
    func proves(_ claim: FileClaim) -> Bool {
        var hasher = ContentHasher()
        var offset = 0
        while offset < claim.bytes {
            do throws(SystemError) {
                let next = try bytes(in: offset..<min(claim.bytes, offset + 1 << 20))
                if next.isEmpty { return false }
                hasher.take(next.span)
                offset += next.count
            } catch {
                return false
            }
        }
        return hasher.finish().hexadecimal == claim.sha256
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
