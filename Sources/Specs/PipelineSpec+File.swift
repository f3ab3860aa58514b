#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension PipelineSpec {
    /// The largest pipeline file that is read, in bytes: a thousand times the usual one.
    public static let maximumFileSize = 256 << 10

    /// The spec of the pipeline file at `path`; see `init(yaml:file:environment:overrides:)`.
    public init(
        path: String, environment: [String: String] = [:], overrides: [String] = []
    ) throws(SpecError) {
        let bytes = try Self.bytes(of: path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: path) }
        try self.init(yaml: text, file: path, environment: environment, overrides: overrides)
    }

    /// Reads until the end or the limit, whatever the path is: a file, a pipe, a device that never ends.
    private static func bytes(of path: String) throws(SpecError) -> [UInt8] {
        // The text is only read, during the call.
        let handle = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw .unreadable(file: path, code: errno) }
        defer { close(handle) }
        var bytes = [UInt8](repeating: 0, count: maximumFileSize + 1)
        var count = 0
        while count < bytes.count {
            let (taken, code) = unsafe bytes.withUnsafeMutableBytes { all in
                // The rest of the array, which is not empty: count < all.count.
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: all[count...])
                let taken = unsafe read(handle, rest.baseAddress, rest.count)
                return (taken, errno)
            }
            if taken == 0 { break }
            if taken > 0 {
                count += taken
            } else if code != EINTR {
                throw .unreadable(file: path, code: code)
            }
        }
        guard count <= maximumFileSize else { throw .tooLarge(file: path, limit: maximumFileSize) }
        return Array(bytes[..<count])
    }
}
