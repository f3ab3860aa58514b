import Files

/// Lines to standard output, or to a file that appears whole or not at all.
struct LineOutput: ~Copyable {
    private var standardOutput = StandardOutput()
    private var file: AtomicFile?
    private let isFile: Bool

    /// Lines to the file at `path`, or to standard output.
    init(path: String?) throws(OutputError) {
        isFile = path != nil && path != "-"
        if let path, isFile { file = try AtomicFile(path: path) } else { file = nil }
    }

    /// Whether nobody reads any more.
    var isClosed: Bool { standardOutput.isClosed }

    /// Writes `line` and a line feed.
    mutating func write(_ line: [UInt8]) throws(OutputError) {
        guard isFile else { return try standardOutput.write(line: line) }
        try file?.write(line)
        try file?.write([UInt8(ascii: "\n")])
    }

    /// Flushes; a file gets its name only if it `isWhole`.
    mutating func finish(isWhole: Bool) throws(OutputError) {
        try standardOutput.flush()
        if let file = file.take(), isWhole { try file.commit() }
    }
}
