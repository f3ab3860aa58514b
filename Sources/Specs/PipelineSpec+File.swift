internal import Files
internal import Foundation

extension PipelineSpec {
    /// The largest pipeline file that is read, in bytes: a thousand times the usual one.
    public static let maximumFileSize = 256 << 10

    /// The spec of the pipeline file at `path`; see `init(yaml:file:environment:overrides:)`.
    public init(
        path: String, environment: [String: String] = [:], overrides: [String] = []
    ) throws(SpecError) {
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try OpenFile(RawPath(path), flags: O_RDONLY).read(atMost: Self.maximumFileSize + 1)
        } catch {
            throw .unreadable(file: path, error)
        }
        guard bytes.count <= Self.maximumFileSize else { throw .tooLarge(file: path, limit: Self.maximumFileSize) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: path) }
        try self.init(yaml: text, file: path, environment: environment, overrides: overrides)
    }
}
