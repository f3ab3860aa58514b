/// Gets the bytes of items that are not on this machine.
///
/// The pipeline knows this protocol only; the implementation over HTTP stands in `Fetching`, so that a build without
/// network needs no client.
public protocol ByteFetcher: Sendable {
    /// Writes the bytes of `item` to a new file in `folder`, whole or not at all.
    ///
    /// Waits and retries by itself: a failure is final for this run. A canceled task gets a failure soon.
    ///
    /// - Parameter version: what is here already; the bytes are wanted only if there are others now.
    func fetch(
        _ item: SourceItem, into folder: String, unless version: FileVersion?
    ) async -> Result<FetchedContent, FetchFailure>
}

/// Which version of a file is here, in the words of the server that sent it.
public struct FileVersion: Sendable, Hashable {
    /// The server's version tag.
    public let entityTag: String?
    /// The server's date of last change, as written.
    public let lastModified: String?

    /// The version with these, or `nil` where there is neither.
    public init?(entityTag: String?, lastModified: String?) {
        if entityTag == nil, lastModified == nil { return nil }
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}

/// What asking for an item's bytes gave.
public enum FetchedContent: Sendable, Hashable {
    /// A new file.
    case file(FetchedFile)
    /// The version that was named is still the current one.
    case unchanged
}

/// A file that was fetched and waits for its place in a `ContentStore`.
public struct FetchedFile: Sendable, Hashable {
    /// Where it is.
    public let path: String
    /// Its size.
    public let bytes: Int
    /// The digest of its bytes, computed as they arrived.
    public let digest: ContentDigest
    /// The URL that the bytes came from, behind all redirects.
    public var finalURL: String?
    /// The media type that the server stated, for messages only: formats are told from content.
    public var contentType: String?
    /// The server's version tag, to ask later whether anything changed.
    public var entityTag: String?
    /// The server's date of last change, as written.
    public var lastModified: String?
    /// How often it was asked for, at least 1.
    public var attempts = 1

    /// A finished file.
    public init(path: String, bytes: Int, digest: ContentDigest) {
        self.path = path
        self.bytes = bytes
        self.digest = digest
    }
}

/// Why an item was not fetched.
public struct FetchFailure: Error, Sendable, Hashable {
    /// A stable name of the reason, for programs.
    public let code: String
    /// The reason, for people; without times and addresses, which differ from run to run.
    public let message: String
    /// Whether a later run should try again: what failed for a reason that may pass, and only that.
    public let isTransient: Bool
    /// How often it was asked for; 0 when nothing was sent.
    public var attempts: Int

    /// A failure with its reason.
    public init(code: String, message: String, isTransient: Bool, attempts: Int = 0) {
        self.code = code
        self.message = message
        self.isTransient = isTransient
        self.attempts = attempts
    }
}
