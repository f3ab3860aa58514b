#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why a pipeline file is not run.
public enum SpecError: Error, Hashable, Sendable {
    /// The file cannot be read; `code` is the system's error number.
    case unreadable(file: String, code: Int32)
    /// The file is larger than any pipeline.
    case tooLarge(file: String, limit: Int)
    /// The file is no UTF-8 text.
    case notUTF8(file: String)
    /// The file, or what the command line sets in it, is wrong; at least one problem, in the order of the file.
    case invalid(file: String, problems: [SpecProblem])
}

extension SpecError: CustomStringConvertible {
    /// One line a problem, each beginning with file, line and column.
    public var description: String {
        switch self {
        case .unreadable(let file, let code):
            // The string stands in static or thread-local memory, and is copied before anything else runs on this
            // thread.
            "\(file): cannot be read: \(unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)")"
        case .tooLarge(let file, let limit): "\(file): larger than \(limit / 1024) KiB, expected a pipeline file"
        case .notUTF8(let file): "\(file): not UTF-8, expected a pipeline file"
        case .invalid(let file, let problems): problems.map { $0.described(in: file) }.joined(separator: "\n")
        }
    }
}
