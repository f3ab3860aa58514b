public import Files

/// Why a pipeline file is not run.
public enum SpecError: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(file: String, SystemError)
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
        case .unreadable(let file, let error): "\(file): cannot be read: \(error)"
        case .tooLarge(let file, let limit): "\(file): larger than \(limit / 1024) KiB, expected a pipeline file"
        case .notUTF8(let file): "\(file): not UTF-8, expected a pipeline file"
        case .invalid(let file, let problems): problems.map { $0.described(in: file) }.joined(separator: "\n")
        }
    }
}
