internal import Files

/// Cuts a stream of bytes into lines, with no more than one line and one block of it in memory.
struct LineReader: Sendable {
    /// One line without its end.
    struct Line: Sendable, Hashable {
        /// Counted from 1.
        let number: Int
        /// The bytes without line end; empty when `isTooLong`.
        let bytes: [UInt8]
        /// Whether the line was longer than the reader allows, and was skipped.
        let isTooLong: Bool
    }

    private static let blockBytes = 64 << 10

    private let file: OpenFile?
    private let separator: UInt8
    private let maximumBytes: Int
    private var block: [UInt8]
    private var position = 0
    private var end: Int
    private var number = 0

    /// Lines of a file that is read as they are asked for, wherever it stands.
    init(file: OpenFile, separator: UInt8 = UInt8(ascii: "\n"), maximumBytes: Int) {
        self.file = file
        self.separator = separator
        self.maximumBytes = maximumBytes
        block = Array(repeating: 0, count: LineReader.blockBytes)
        end = 0
    }

    /// Lines of `bytes`.
    init(bytes: [UInt8], separator: UInt8 = UInt8(ascii: "\n"), maximumBytes: Int) {
        file = nil
        self.separator = separator
        self.maximumBytes = maximumBytes
        block = bytes
        end = bytes.count
    }

    /// The same stream from here on, cut at other bytes.
    func separated(by separator: UInt8) -> LineReader {
        var reader =
            file.map { LineReader(file: $0, separator: separator, maximumBytes: maximumBytes) }
            ?? LineReader(bytes: block, separator: separator, maximumBytes: maximumBytes)
        (reader.block, reader.position, reader.end, reader.number) = (block, position, end, number)
        return reader
    }

    /// What comes first, without taking it: at least the first line, unless it is longer than a block.
    mutating func beginning() throws(SystemError) -> ArraySlice<UInt8> {
        while let file, end < block.count, !block[..<end].contains(where: { $0 == UInt8(ascii: "\n") || $0 == 0 }) {
            let read = try file.read(into: &block, from: end)
            if read == 0 { break }
            end += read
        }
        return block[position..<end]
    }

    /// Steps over bytes that `beginning` has shown.
    mutating func drop(_ count: Int) { position += count }

    /// The next line, or `nil` at the end. What follows the last separator is a line unless it is empty.
    mutating func next() throws(SystemError) -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        var isEnd = true
        while try refill() {
            isEnd = false
            let rest = block[position..<end]
            let separatorIndex = rest.firstIndex(of: separator)
            let piece = block[position..<(separatorIndex ?? end)]
            if line.count + piece.count > maximumBytes { isTooLong = true }
            if !isTooLong { line.append(contentsOf: piece) }
            position = separatorIndex.map { $0 + 1 } ?? end
            if separatorIndex != nil { break }
        }
        if isEnd { return nil }
        number += 1
        return Line(number: number, bytes: isTooLong ? [] : line, isTooLong: isTooLong)
    }

    /// Whether there are bytes in the block, after reading more where it was used up.
    private mutating func refill() throws(SystemError) -> Bool {
        if position < end { return true }
        guard let file else { return false }
        position = 0
        end = try file.read(into: &block, from: 0)
        return end > 0
    }
}
