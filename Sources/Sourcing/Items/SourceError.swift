public import Files

/// Why a source, or one entry of it, cannot be listed.
public enum SourceError: Error, Sendable, Hashable {
    /// There is nothing at `path`.
    case missing(path: String)
    /// `path` was given as a folder, and is something else.
    case notAFolder(path: String)
    /// `path` was given as a list, and is a folder.
    case isAFolder(path: String)
    /// `path` is there and cannot be read.
    case unreadable(path: String, SystemError)
    /// A pattern of `include` or `exclude` cannot be understood.
    case badPattern(String, GlobFault)
    /// The header of a CSV list has no column that says where the pictures are; `suggestion` is the column that was
    /// probably misspelled.
    case noLocationColumn(file: String, columns: [String], suggestion: String?)
    /// The list is one JSON document, where one object a line is read.
    case notLines(file: String)
    /// A service does not list what was asked for.
    case service(ServiceFailure)
    /// This version cannot list sources of this kind.
    case unsupported(kind: String)
    /// One line of a list, counted from 1, cannot be understood.
    case line(file: String, number: Int, LineFault)

    /// Whether it is a service that failed, and not a file of this machine.
    public var isOfService: Bool { if case .service = self { true } else { false } }

    /// A stable name of the case, for programs.
    public var code: String {
        switch self {
        case .missing: "source-missing"
        case .notAFolder: "source-not-a-folder"
        case .isAFolder: "source-is-a-folder"
        case .unreadable: "source-unreadable"
        case .badPattern: "source-bad-pattern"
        case .noLocationColumn: "list-no-location-column"
        case .notLines: "list-not-lines"
        case .service(let failure): failure.code
        case .unsupported: "source-unsupported"
        case .line: "list-bad-line"
        }
    }
}

extension SourceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file or folder"
        case .notAFolder(let path): "\(path): expected a folder"
        case .isAFolder(let path): "\(path): expected a list file, found a folder"
        case .unreadable(let path, let error): "\(path): cannot be read: \(error)"
        case .badPattern(let pattern, let fault): "pattern '\(pattern)': \(fault)"
        case .noLocationColumn(let file, let columns, let suggestion):
            "\(file):1: expected a column \(ListKeys.locationChoice), found \(columns.joined(separator: ", "))"
                + (suggestion.map { "; is '\($0)' misspelled?" } ?? "")
        case .notLines(let file): "\(file):1: expected JSON lines (one object a line), found a JSON array"
        case .service(let failure): "\(failure.service): \(failure.message)"
        case .unsupported(let kind): "sources of the kind '\(kind)' cannot be listed by this version"
        case .line(let file, let number, let fault): "\(RawPath(file).lastComponent.text):\(number): \(fault)"
        }
    }
}
