/// A pattern for paths in a folder.
///
/// - `*` is any run of characters but `/`, `?` one character but `/`, `[a-z]` and `[!a-z]` one of a set, `{png,jpg}`
///   one of several texts; `**/` any number of folders, `/**` everything below. A backslash takes the next character as
///   it is.
/// - A pattern without a slash looks at names at any depth (`*.png`); one with a slash looks at the whole relative path
///   (`raw/*.png`; `/*.png` for the top folder only). A slash at the end means a folder and all that is in it
///   (`thumbs/`).
/// - Upper and lower case differ.
///
/// Matching follows all alternatives at once, in time proportional to pattern and path: no pattern can make it explode.
public struct Glob: Sendable, Hashable {
    /// The pattern as written.
    public let pattern: String
    /// What the braces expand to.
    private let alternatives: [[GlobToken]]
    private let isAnchored: Bool
    private let isForFolders: Bool

    /// Reads a pattern.
    public init(_ pattern: String) throws(GlobFault) {
        self.pattern = pattern
        var body = Array(pattern.unicodeScalars)[...]
        if body.starts(with: "./".unicodeScalars) { body = body.dropFirst(2) }
        isForFolders = body.last == "/"
        if isForFolders { body = body.dropLast() }
        isAnchored = body.contains("/")
        if body.first == "/" { body = body.dropFirst() }
        if body.isEmpty { throw .empty }
        var parsed: [[GlobToken]] = []
        for text in try GlobParser.expanded(Array(body)) { parsed.append(try GlobParser.tokens(of: text)) }
        alternatives = parsed
    }

    /// Reads several patterns.
    static func parsed(_ patterns: [String]) throws(SourceError) -> [Glob] {
        var globs: [Glob] = []
        for pattern in patterns {
            do throws(GlobFault) {
                globs.append(try Glob(pattern))
            } catch {
                throw .badPattern(pattern, error)
            }
        }
        return globs
    }

    /// Whether the file with this relative path matches.
    func matches(file path: [Unicode.Scalar]) -> Bool {
        guard isForFolders else { return matches(path[...]) }
        return path.indices.contains { path[$0] == "/" && matches(path[..<$0]) }
    }

    /// Whether the folder with this relative path matches.
    func matches(folder path: [Unicode.Scalar]) -> Bool { matches(path[...]) }

    /// Whether a relative path matches, as that of a file.
    public func matches(_ path: String) -> Bool { matches(file: Array(path.unicodeScalars)) }

    private func matches(_ path: ArraySlice<Unicode.Scalar>) -> Bool {
        var subject = path
        if !isAnchored, let slash = path.lastIndex(of: "/") { subject = path[(slash + 1)...] }
        return alternatives.contains { GlobMatcher.matches($0, subject) }
    }
}

/// Why a pattern cannot be understood.
public enum GlobFault: Error, Sendable, Hashable {
    /// The pattern is empty or a lone slash.
    case empty
    /// A `[` without its `]`.
    case openSet
    /// A `{` without its `}`.
    case openBrace
    /// A backslash with nothing after it.
    case openEscape
    /// The braces expand to more than `limit` patterns.
    case tooManyAlternatives(limit: Int)
}

extension GlobFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "expected a pattern, found nothing"
        case .openSet: "expected ']' to close '['; write '\\[' for a bracket"
        case .openBrace: "expected '}' to close '{'; write '\\{' for a brace"
        case .openEscape: "expected a character after the backslash at the end"
        case .tooManyAlternatives(let limit): "the braces make more than \(limit) patterns"
        }
    }
}
