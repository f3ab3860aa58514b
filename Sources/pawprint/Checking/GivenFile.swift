import Files
import Foundation

/// A file that a flag names, read as a whole.
enum GivenFile {
    /// A million lines; a device that never ends is no such file.
    private static let maximumBytes = 256 << 20

    /// All bytes of the file at `path`.
    static func bytes(of path: String) throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(SystemError) {
            let file = try OpenFile(RawPath(path), flags: O_RDONLY)
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while bytes.count <= maximumBytes, case let count = try file.read(into: &block, from: 0), count > 0 {
                bytes += block[..<count]
            }
        } catch {
            throw FileFault(path: path, reason: "cannot be read: \(error)", status: .usage)
        }
        if bytes.count > maximumBytes { throw FileFault(path: path, reason: "is larger than 256 MiB", status: .usage) }
        return bytes
    }
}
