import Files
import Foundation

/// Standard output: data only, written in large pieces.
///
/// A reader that closed its end (`pawprint scan . | head -1`) is no error: `isClosed` then says so, and the command ends
/// quietly. A full disk is one.
struct StandardOutput {
    private let file = OpenFile(borrowing: STDOUT_FILENO)
    private var waiting: [UInt8] = []
    /// Whether the reader is gone.
    private(set) var isClosed = false

    /// Adds `line` and a line feed.
    mutating func write(line: [UInt8]) throws(OutputError) {
        waiting.append(contentsOf: line)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count >= 1 << 16 { try flush() }
    }

    /// Adds `text`, which ends in a line feed.
    mutating func write(_ text: [UInt8]) throws(OutputError) {
        waiting.append(contentsOf: text)
        if waiting.count >= 1 << 16 { try flush() }
    }

    /// Adds `text` and a line feed.
    mutating func write(line text: String) throws(OutputError) { try write(line: Array(text.utf8)) }

    /// Writes what waits.
    mutating func flush() throws(OutputError) {
        defer { waiting.removeAll(keepingCapacity: true) }
        guard !isClosed else { return }
        do throws(SystemError) {
            try file.write(waiting.span)
        } catch {
            isClosed = true
            guard error.number == EPIPE else {
                throw .failed(.write, path: "standard output", code: error.number)
            }
        }
    }
}

/// Standard error: progress, warnings, the summary.
enum StandardError {
    /// Whether a person looks at it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal; 80 where it does not say.
    static var columns: Int {
        var size = winsize()
        guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes `text` and a line feed.
    static func write(line text: String) { write(text + "\n") }

    /// Writes `text` as it is. Where nobody can read it (closed, a full disk), there is nobody to tell.
    static func write(_ text: String) {
        do throws(SystemError) {
            try OpenFile(borrowing: STDERR_FILENO).write(Array(text.utf8).span)
        } catch {}
    }
}
