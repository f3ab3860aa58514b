/// Why a file could not be written. What stood there before still stands.
public enum OutputError: Error, Hashable, Sendable {
    /// What was tried.
    public enum Step: String, Hashable, Sendable {
        case open, write, sync, replace
    }

    /// The system refused a step with the error number `code`.
    case failed(Step, path: String, code: Int32)
    /// There is something at the path that is no regular file: a folder, a device, a pipe.
    case notAFile(path: String)
    /// Another process is writing the same file.
    case busy(path: String)

    /// The file that could not be written.
    public var path: String {
        switch self {
        case .failed(_, let path, _), .notAFile(let path), .busy(let path): path
        }
    }
}

extension OutputError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .failed(let step, let path, let code): "cannot \(step.rawValue) \(path): \(SystemError(number: code))"
        case .notAFile(let path): "cannot replace \(path): it is no regular file"
        case .busy(let path): "cannot write \(path): another process is writing it"
        }
    }

    /// The result of `work`, the step `step` of writing `path`.
    static func translating<Value>(
        _ step: Step, _ path: String, _ work: () throws(SystemError) -> Value
    ) throws(OutputError) -> Value {
        do throws(SystemError) { return try work() } catch { throw .failed(step, path: path, code: error.number) }
    }
}
