internal import Files
internal import Foundation

/// Draft lines on the disk, in the order in which they will be written: what a run holds of its items in memory does
/// not grow with their annotations.
///
/// Each draft is two little-endian 32-bit numbers, the length of the line and the offset of its group, then the line.
/// The file is unlinked as soon as it is open, so that nothing of it stays, however the process ends.
struct Spool: ~Copyable {
    private let path: String
    private let handle: FileHandle
    private var waiting: [UInt8] = []
    private static let chunk = 1 << 20

    /// An empty spool at `path`, whose folder has to exist.
    init(path: String) throws(OutputError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed(.open, path: path, code: errno) }
        _ = unsafe unlink(path)
        self.path = path
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Appends `draft`.
    mutating func append(_ draft: DraftLine) throws(OutputError) {
        for number in [UInt32(draft.bytes.count), UInt32(draft.groupOffset)] {
            for shift in stride(from: 0, to: 32, by: 8) { waiting.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        waiting.append(contentsOf: draft.bytes)
        if waiting.count >= Self.chunk { try flush() }
    }

    /// Hands over all drafts in order.
    mutating func drain(_ body: (DraftLine) throws(OutputError) -> Void) throws(OutputError) {
        try flush()
        try rewind()
        var buffer: [UInt8] = []
        var start = 0
        while let more = try read() {
            buffer.removeSubrange(..<start)
            start = 0
            buffer.append(contentsOf: more)
            while let draft = Self.draft(in: buffer, at: &start) { try body(draft) }
        }
        precondition(start == buffer.count, "the spool ends inside a line")
    }

    /// The draft that begins at `start`, if it is whole; `start` is then moved behind it.
    private static func draft(in buffer: [UInt8], at start: inout Int) -> DraftLine? {
        guard start + 8 <= buffer.count else { return nil }
        let length = number(in: buffer, at: start)
        let end = start + 8 + length
        guard end <= buffer.count else { return nil }
        defer { start = end }
        return DraftLine(bytes: Array(buffer[start + 8..<end]), groupOffset: number(in: buffer, at: start + 4))
    }

    private static func number(in buffer: [UInt8], at offset: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(buffer[offset + $1]) << (8 * $1) }
    }

    private mutating func flush() throws(OutputError) {
        do {
            try handle.write(contentsOf: waiting)
        } catch {
            throw .failed(.write, path: path, code: errno)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func rewind() throws(OutputError) {
        do {
            try handle.seek(toOffset: 0)
        } catch {
            throw .failed(.open, path: path, code: errno)
        }
    }

    /// The next piece, or `nil` at the end.
    private func read() throws(OutputError) -> Data? {
        do {
            guard let piece = try handle.read(upToCount: Self.chunk), !piece.isEmpty else { return nil }
            return piece
        } catch {
            throw .failed(.open, path: path, code: errno)
        }
    }
}
