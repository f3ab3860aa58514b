/// One file of a picture on the shelf.
public struct ShelfFile: Sendable, Hashable {
    /// Where the file is on this machine.
    public let path: String
    /// The SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    public let sha256: String
    /// How many bytes it has; a file that has another number by now is not served.
    public let bytes: Int
    /// What its content is: `png`, `jpeg`, `gif`, `webp`.
    public let format: String
    /// Pixels a row, as decoded.
    public let width: Int
    /// Rows, as decoded.
    public let height: Int
    /// What an answer says of it.
    public let facts: Facts

    /// What an answer says of a file: what was declared where something was, else what was decoded.
    ///
    /// Declarations go on as they are, right or wrong: a dataset made from a served one has the same declarations, and
    /// a check finds in it what it finds in the first.
    public struct Facts: Sendable, Hashable {
        /// Pixels a row.
        public let width: Int
        /// Rows.
        public let height: Int
        /// The size in bytes; `nil` for a file that is not made yet.
        public let bytes: Int?
        /// The extension in the words of the source, `jpeg` or `jpg`.
        public let fileExtension: String

        /// Facts.
        public init(width: Int, height: Int, bytes: Int?, fileExtension: String) {
            self.width = width
            self.height = height
            self.bytes = bytes
            self.fileExtension = fileExtension
        }
    }

    /// A file.
    public init(
        path: String, sha256: String, bytes: Int, format: String, width: Int, height: Int, facts: Facts
    ) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.format = format
        self.width = width
        self.height = height
        self.facts = facts
    }

    /// What has to be true of the file when it is sent.
    var claim: FileClaim { FileClaim(path: path, sha256: sha256, bytes: bytes) }

    /// The extension in a URL: both services write `jpg` there.
    public var urlExtension: String { format == "jpeg" ? "jpg" : format }
    /// The media type.
    public var mediaType: String { "image/\(format)" }
}
