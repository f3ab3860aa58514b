/// What a source says of a file and its pixels; each fact may be absent.
public struct DeclaredFacts: Sendable, Hashable {
    /// Pixels a row, at least 1.
    public var width: Int?
    /// Rows, at least 1.
    public var height: Int?
    /// The size of the file in bytes.
    public var bytes: Int?
    /// The file name extension, without dot and as written: `jpeg`, `PNG`.
    public var fileExtension: String?
    /// The main color as written, usually `#RRGGBB`.
    public var mainColor: String?
    /// The palette as written, in the source's order.
    public var palette: [String]?
    /// The number of frames, at least 1.
    public var frames: Int?

    /// Nothing declared.
    public init() {}

    /// Whether nothing at all is declared.
    public var isEmpty: Bool { self == DeclaredFacts() }
}
