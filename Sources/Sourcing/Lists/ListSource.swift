internal import Files
internal import Foundation

/// The items that a list names: paths or URLs, plain or with what is known of them (JSON lines, CSV, a manifest).
///
/// - The format is the one given, or told by the file's name, or by its first line (`ListFormat`).
/// - Relative paths are relative to the folder of the list; on standard input, to the working directory.
/// - A line that cannot be understood is a problem with the id `name:line`, and the next line follows.
/// - The list is read as items are asked for: its length costs no memory. A named pipe can be a list.
public struct ListSource: ItemSource {
    /// The most bytes a line, or a CSV record, may have.
    public static let maximumLineBytes = 1 << 20

    private enum Origin: Sendable {
        case file(RawPath)
        case standardInput
        case bytes([UInt8])
    }

    private let origin: Origin
    private let name: String
    private let format: ListFormat?
    private let builder: ListedItemBuilder
    private var entries: ListEntries?

    /// The list at `path`.
    public init(path: String, format: ListFormat? = nil) {
        self.init(.file(RawPath(path)), name: path, format: format, folder: RawPath(path).folder, kind: "list")
    }

    /// The list in `bytes`, called `name` in messages; relative paths are relative to `folder`.
    public init(bytes: [UInt8], name: String, format: ListFormat? = nil, folder: String = "") {
        self.init(.bytes(bytes), name: name, format: format, folder: RawPath(folder), kind: "list")
    }

    /// The list on standard input.
    public static func standardInput(format: ListFormat? = nil) -> ListSource {
        ListSource(.standardInput, name: "stdin", format: format, folder: RawPath(bytes: []), kind: "stdin")
    }

    private init(_ origin: Origin, name: String, format: ListFormat?, folder: RawPath, kind: String) {
        self.origin = origin
        self.name = name
        self.format = format
        builder = ListedItemBuilder(folder: folder, kind: kind)
    }

    public mutating func next() throws(SourceError) -> ListedOrProblem? {
        if entries == nil { entries = try ListEntries(try opened(), name: name, format: format) }
        guard let entry = try entries?.next() else { return nil }
        do throws(LineFault) {
            switch entry.content {
            case .location(let bytes): return .item(try builder.item(at: bytes))
            case .fields(let values, let areTexts): return .item(try builder.item(with: values, areTexts: areTexts))
            case .fault(let fault): throw fault
            }
        } catch {
            return .problem(
                SourceProblem(
                    id: "\(RawPath(name).lastComponent.text):\(entry.number)", kind: builder.kind,
                    error: .line(file: name, number: entry.number, error)))
        }
    }

    private func opened() throws(SourceError) -> LineReader {
        switch origin {
        case .bytes(let bytes):
            return LineReader(bytes: bytes, maximumBytes: Self.maximumLineBytes)
        case .standardInput:
            return LineReader(file: OpenFile(borrowing: STDIN_FILENO), maximumBytes: Self.maximumLineBytes)
        case .file(let path):
            do throws(SystemError) {
                return LineReader(file: try OpenFile(path, flags: O_RDONLY), maximumBytes: Self.maximumLineBytes)
            } catch {
                throw error.isMissing ? .missing(path: name) : .unreadable(path: name, error)
            }
        }
    }
}
