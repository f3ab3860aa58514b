/// How fetching one item ended.
public struct FetchRow: Sendable, Hashable {
    /// What a server sent.
    public struct File: Sendable, Hashable {
        /// The SHA-256 of the bytes, as in `FileSection`.
        public var sha256: String
        /// How many there are.
        public var bytes: Int
        /// Where they stand, relative to the dataset folder.
        public var path: String
        /// The server's `ETag`.
        public var etag: String?
        /// The server's `Last-Modified`.
        public var lastModified: String?

        /// A fetched file.
        public init(sha256: String, bytes: Int, path: String, etag: String? = nil, lastModified: String? = nil) {
            self.sha256 = sha256
            self.bytes = bytes
            self.path = path
            self.etag = etag
            self.lastModified = lastModified
        }
    }

    /// Why a server sent nothing.
    public struct Failure: Sendable, Hashable {
        /// The reason for programs.
        public var code: String
        /// The reason for people.
        public var message: String
        /// Whether it may pass, so that the next run tries again.
        public var isPassing: Bool

        /// A failure.
        public init(code: String, message: String, isPassing: Bool) {
            self.code = code
            self.message = message
            self.isPassing = isPassing
        }
    }

    /// How it ended.
    public enum Outcome: Sendable, Hashable {
        case fetched(File)
        case failed(Failure)
    }

    /// What was fetched: its URL, or what else names it for good.
    public let item: String
    /// How it ended.
    public let outcome: Outcome
    /// When, in seconds since 1970; the catalog has no clock of its own.
    public let time: Int

    /// A row.
    public init(item: String, outcome: Outcome, time: Int) {
        self.item = item
        self.outcome = outcome
        self.time = time
    }
}
