internal import Files
internal import Foundation
internal import JSONText

/// The entries of a list in any format, before they are items.
struct ListEntries: Sendable {
    /// What one line, or one record, says.
    struct Entry {
        /// The line on which it starts, counted from 1.
        let number: Int
        let content: Content
    }

    /// What can be on a line.
    enum Content {
        /// A path or URL and nothing else.
        case location([UInt8])
        /// Named values; in CSV all are texts.
        case fields(JSONObject, areTexts: Bool)
        /// Nothing that can be understood.
        case fault(LineFault)
    }

    private enum Reader: Sendable {
        case locations(LineReader, isZeroSeparated: Bool)
        case objects(LineReader)
        case records(CSVReader, header: [String])
    }

    /// How deep the values of a line may nest: they must still fit into a line of the manifest, some levels down.
    private static let maximumDepth = 64
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let name: String
    private var reader: Reader

    /// Starts reading a list called `name` in messages; without `format` it is told from the name or the beginning.
    init(_ stream: LineReader, name: String, format: ListFormat?) throws(SourceError) {
        self.name = name
        var stream = stream
        var beginning: ArraySlice<UInt8>
        do throws(SystemError) { beginning = try stream.beginning() } catch { throw Self.failure(error, name) }
        if beginning.starts(with: Self.byteOrderMark) {
            stream.drop(Self.byteOrderMark.count)
            beginning = beginning.dropFirst(Self.byteOrderMark.count)
        }
        switch format ?? ListFormat(fileName: RawPath(name)) ?? ListFormat(beginning: beginning) {
        case .plain: reader = .locations(stream, isZeroSeparated: false)
        case .zeroSeparated: reader = .locations(stream.separated(by: 0), isZeroSeparated: true)
        case .jsonLines:
            if beginning.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "[") { throw .notLines(file: name) }
            reader = .objects(stream)
        case .csv:
            var records = CSVReader(lines: stream, maximumBytes: ListSource.maximumLineBytes)
            let header: CSVReader.Record?
            do throws(SystemError) { header = try records.next() } catch { throw Self.failure(error, name) }
            reader = .records(records, header: try Self.columns(of: header, name: name))
        }
    }

    /// The next entry, or `nil` at the end. Empty lines are none.
    mutating func next() throws(SourceError) -> Entry? {
        do throws(SystemError) {
            switch reader {
            case .locations(var lines, let isZeroSeparated):
                defer { reader = .locations(lines, isZeroSeparated: isZeroSeparated) }
                return try Self.location(from: &lines, isZeroSeparated: isZeroSeparated)
            case .objects(var lines):
                defer { reader = .objects(lines) }
                return try Self.object(from: &lines)
            case .records(var records, let header):
                defer { reader = .records(records, header: header) }
                guard let record = try records.next() else { return nil }
                return Entry(number: record.number, content: Self.content(of: record, header: header))
            }
        } catch {
            throw Self.failure(error, name)
        }
    }

    private static func failure(_ error: SystemError, _ name: String) -> SourceError {
        error.number == EISDIR ? .isAFolder(path: name) : .unreadable(path: name, error)
    }
}

extension ListEntries {
    private static func location(
        from lines: inout LineReader, isZeroSeparated: Bool
    ) throws(SystemError) -> Entry? {
        while let line = try lines.next() {
            if line.isTooLong {
                return Entry(number: line.number, content: .fault(.tooLong(limit: ListSource.maximumLineBytes)))
            }
            var bytes = line.bytes
            if !isZeroSeparated, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            if !bytes.isEmpty { return Entry(number: line.number, content: .location(bytes)) }
        }
        return nil
    }

    private static func object(from lines: inout LineReader) throws(SystemError) -> Entry? {
        while let line = try lines.next() {
            if line.isTooLong {
                return Entry(number: line.number, content: .fault(.tooLong(limit: ListSource.maximumLineBytes)))
            }
            if line.bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) { continue }
            return Entry(number: line.number, content: content(ofJSON: line.bytes))
        }
        return nil
    }

    private static func content(ofJSON bytes: [UInt8]) -> Content {
        do throws(JSONSyntaxError) {
            let value = try JSONValue(parsing: bytes[...], maximumDepth: maximumDepth)
            guard case .object(let members) = value else { return .fault(.notAnObject(found: value.kind)) }
            return .fields(members, areTexts: false)
        } catch {
            return .fault(.json(error))
        }
    }

    /// The names of the columns, of which one must say where the pictures are. An empty file has none, and no records.
    private static func columns(of header: CSVReader.Record?, name: String) throws(SourceError) -> [String] {
        guard let header else { return [] }
        let columns: [String]
        do throws(LineFault) {
            columns = try header.fields.get()
        } catch {
            throw .line(file: name, number: header.number, error)
        }
        guard columns.contains(where: ListKeys.location.contains) else {
            throw .noLocationColumn(file: name, columns: columns, suggestion: ListKeys.suggestion(among: columns))
        }
        return columns
    }

    private static func content(of record: CSVReader.Record, header: [String]) -> Content {
        do throws(LineFault) {
            let fields = try record.fields.get()
            guard fields.count == header.count else {
                return .fault(.fieldCount(expected: header.count, found: fields.count))
            }
            let pairs = zip(header, fields).filter { !$0.1.isEmpty }
            return .fields(JSONObject(pairs.map { ($0, .string($1)) }), areTexts: true)
        } catch {
            return .fault(error)
        }
    }
}
