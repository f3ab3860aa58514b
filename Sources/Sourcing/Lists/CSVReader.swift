internal import Files

/// Reads the records of comma-separated values (RFC 4180) from lines.
///
/// More lenient than the standard in two ways: any line end is taken, and a quote inside an unquoted field is a
/// character. A quote that is closed nowhere, or in a wrong place, costs the line that it stands in and no other.
struct CSVReader: Sendable {
    /// One record, or why there is none.
    struct Record: Sendable, Hashable {
        /// The line on which it starts, counted from 1.
        let number: Int
        /// The fields, or what is wrong.
        let fields: Result<[String], LineFault>
    }

    private var lines: LineReader
    private let maximumBytes: Int
    /// Lines that were read in search of a closing quote, to be read again as records of their own.
    private var putBack: [LineReader.Line] = []

    init(lines: LineReader, maximumBytes: Int) {
        self.lines = lines
        self.maximumBytes = maximumBytes
    }

    /// The next record, or `nil` at the end. Empty lines are skipped.
    mutating func next() throws(SystemError) -> Record? {
        while let line = try nextLine() {
            if line.isTooLong { return Record(number: line.number, fields: .failure(.tooLong(limit: maximumBytes))) }
            if line.bytes.isEmpty || line.bytes == [UInt8(ascii: "\r")] { continue }
            return Record(number: line.number, fields: try fields(startingWith: line))
        }
        return nil
    }

    private mutating func nextLine() throws(SystemError) -> LineReader.Line? {
        putBack.isEmpty ? try lines.next() : putBack.removeLast()
    }

    private mutating func fields(startingWith first: LineReader.Line) throws(SystemError) -> Result<[String], LineFault>
    {
        var scanner = CSVScanner()
        var length = first.bytes.count
        var followers: [LineReader.Line] = []
        var line = first
        var fault: LineFault?
        while true {
            fault = scanner.take(line.bytes)
            if fault != nil { break }
            if !scanner.isInQuotes { return scanner.fields() }
            guard length <= maximumBytes, let next = try nextLine() else { break }
            followers.append(next)
            if next.isTooLong { break }
            length += next.bytes.count + 1
            line = next
        }
        putBack.append(contentsOf: followers.reversed())
        return .failure(fault ?? .openQuote)
    }
}

/// Takes the lines of one record.
private struct CSVScanner {
    private var done: [[UInt8]] = []
    private var field: [UInt8] = []
    private(set) var isInQuotes = false
    private var isFirstLine = true

    /// The record's fields.
    func fields() -> Result<[String], LineFault> {
        var texts: [String] = []
        for bytes in done {
            guard let text = String(validating: bytes, as: UTF8.self) else { return .failure(.notUTF8) }
            texts.append(text)
        }
        return .success(texts)
    }

    /// Takes one more line, without its line feed; returns what is wrong with it.
    mutating func take(_ line: [UInt8]) -> LineFault? {
        if !isFirstLine { field.append(UInt8(ascii: "\n")) }
        isFirstLine = false
        var rest = line[...]
        if !isInQuotes {
            isInQuotes = rest.first == UInt8(ascii: "\"")
            if isInQuotes { rest = rest.dropFirst() }
        }
        while true {
            if isInQuotes {
                guard takeQuoted(&rest) else { return nil }
                guard rest.isEmpty || rest.first == UInt8(ascii: ",") || rest == [UInt8(ascii: "\r")] else {
                    return .textAfterQuote(column: rest.startIndex + 1)
                }
            }
            let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
            field.append(contentsOf: rest[..<end])
            if end == rest.endIndex {
                if field.last == UInt8(ascii: "\r") { field.removeLast() }
                finishField()
                return nil
            }
            finishField()
            rest = rest[(end + 1)...]
            isInQuotes = rest.first == UInt8(ascii: "\"")
            if isInQuotes { rest = rest.dropFirst() }
        }
    }

    private mutating func finishField() {
        done.append(field)
        field = []
    }

    /// Takes what is in quotes; `false` when the line ends first.
    private mutating func takeQuoted(_ rest: inout ArraySlice<UInt8>) -> Bool {
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            field.append(contentsOf: rest[..<quote])
            rest = rest[(quote + 1)...]
            if rest.first != UInt8(ascii: "\"") {
                isInQuotes = false
                return true
            }
            field.append(UInt8(ascii: "\""))
            rest = rest.dropFirst()
        }
        field.append(contentsOf: rest)
        return false
    }
}
