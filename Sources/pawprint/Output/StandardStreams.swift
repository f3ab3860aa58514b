import Files
import Foundation

/// Standard output: data only, written in large pieces.
///
/// A reader that closed its end (`pawprint scan . | head -1`) is no error: `write` then says so once, and the command
/// ends quietly.
struct StandardOutput {
    private let file = OpenFile(borrowing: STDOUT_FILENO)
    private var waiting: [UInt8] = []
    /// Whether the reader is gone.
    private(set) var isClosed = false

    /// Adds `line` and a line feed.
    mutating func write(line: [UInt8]) {
        waiting.append(contentsOf: line)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count >= 1 << 16 { flush() }
    }

    /// Adds `text` and a line feed.
    mutating func write(line text: String) { write(line: Array(text.utf8)) }

    /// Writes what waits.
    mutating func flush() {
        do throws(SystemError) {
            if !isClosed { try file.write(waiting.span) }
        } catch {
            isClosed = true
        }
        waiting.removeAll(keepingCapacity: true)
    }
}

/// Standard error: progress, warnings, the summary.
enum StandardError {
    /// Whether a person looks at it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes `text` and a line feed.
    static func write(line text: String) { write(text + "\n") }

    /// Writes `text` as it is.
    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
