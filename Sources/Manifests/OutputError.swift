#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
        case .failed(let step, let path, let code): "cannot \(step.rawValue) \(path): \(Self.text(of: code))"
        case .notAFile(let path): "cannot replace \(path): it is no regular file"
        case .busy(let path): "cannot write \(path): another process is writing it"
        }
    }

    private static func text(of code: Int32) -> String {
        // The string stands in static or thread-local memory, and is copied before anything else runs on this thread.
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
