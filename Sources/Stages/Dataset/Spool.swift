internal import Files
internal import Foundation

/// Draft lines on the disk, in the order in which they will be written: what a run holds of its items in memory does
/// not grow with their annotations.
///
/// Each draft is two little-endian 32-bit numbers, the length of the line and the offset of its group, then the line.
/// The file is unlinked as soon as it is open, so that nothing of it stays, however the process ends.
struct Spool: ~Copyable {
    private let path: String
    private let file: OpenFile
    private let behind: WriteBehind
    private var waiting: [UInt8] = []
    private static let chunk = 1 << 20

    /// An empty spool at `path`, whose folder has to exist.
    init(path: String) throws(OutputError) {
        self.path = path
        let raw = RawPath(path)
        do throws(SystemError) {
            file = try OpenFile(raw, flags: O_RDWR | O_CREAT | O_TRUNC)
        } catch {
            throw .failed(.open, path: path, code: error.number)
        }
        behind = WriteBehind(file)
        raw.removeFile()
    }

    /// Appends `draft`.
    mutating func append(_ draft: DraftLine) throws(OutputError) {
        for number in [UInt32(draft.bytes.count), UInt32(draft.groupOffset)] {
            for shift in stride(from: 0, to: 32, by: 8) { waiting.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        waiting.append(contentsOf: draft.bytes)
        if waiting.count >= Self.chunk { try flush() }
    }

    /// Hands over what waits to be written.
    private mutating func flush() throws(OutputError) {
        var piece: [UInt8] = []
        piece.reserveCapacity(waiting.capacity)
        swap(&piece, &waiting)
        do throws(SystemError) {
            try behind.write(piece)
        } catch {
            throw .failed(.write, path: path, code: error.number)
        }
    }

    /// Hands over all drafts in order.
    mutating func drain(_ body: (DraftLine) throws(OutputError) -> Void) throws(OutputError) {
        try flush()
        do throws(SystemError) {
            try behind.finish()
        } catch {
            throw .failed(.write, path: path, code: error.number)
        }
        guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw .failed(.open, path: path, code: errno) }
        var buffer: [UInt8] = []
        var start = 0
        while try read(into: &buffer, from: &start) {
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
        return DraftLine(bytes: buffer[start + 8..<end], groupOffset: number(in: buffer, at: start + 4))
    }

    private static func number(in buffer: [UInt8], at offset: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(buffer[offset + $1]) << (8 * $1) }
    }

    /// Reads the next piece behind what is left of `buffer` from `start` on, which becomes 0; `false` at the end.
    private func read(into buffer: inout [UInt8], from start: inout Int) throws(OutputError) -> Bool {
        buffer.removeSubrange(..<start)
        start = 0
        let kept = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        do throws(SystemError) {
            let count = try file.read(into: &buffer, from: kept)
            buffer.removeLast(Self.chunk - count)
            return count > 0
        } catch {
            throw .failed(.open, path: path, code: error.number)
        }
    }
}
