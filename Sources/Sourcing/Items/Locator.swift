public import Files

/// Where the bytes of an item are.
///
/// Two locators are equal when their bytes are: Swift's `String ==` takes composed and decomposed accents for one
/// text, and would take two files for one.
public enum Locator: Sendable {
    /// A local file, absolute or relative to the working directory.
    case file(path: String)
    /// A local file whose path is not valid UTF-8: the bytes as the system gave them.
    case rawFile(path: [UInt8])
    /// An `http` or `https` address, as the source wrote it.
    case url(String)

    /// The local file at `path`.
    public init(_ path: RawPath) {
        if let text = path.validText {
            self = .file(path: text)
        } else {
            self = .rawFile(path: path.bytes)
        }
    }

    /// The path of a local file; `nil` for a URL.
    public var path: RawPath? {
        switch self {
        case .file(let path): RawPath(path)
        case .rawFile(let bytes): RawPath(bytes: bytes)
        case .url: nil
        }
    }

    /// The path or URL as text for people; bytes that are not UTF-8 are written `%FF`.
    public var text: String {
        switch self {
        case .file(let path): path
        case .rawFile(let bytes): RawPath(bytes: bytes).text
        case .url(let url): url
        }
    }
}

extension Locator: Hashable {
    public static func == (left: Locator, right: Locator) -> Bool {
        switch (left, right) {
        case (.url(let left), .url(let right)): left.utf8.elementsEqual(right.utf8)
        case (.url, _), (_, .url): false
        default: left.path == right.path
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .url(let url):
            hasher.combine(1)
            for byte in url.utf8 { hasher.combine(byte) }
        case .file, .rawFile:
            hasher.combine(0)
            hasher.combine(path)
        }
    }
}
