/// A path as the file system knows it: bytes, which need not be UTF-8.
///
/// Equality, hash and order are those of the bytes, so that no two files are taken for one.
public struct RawPath: Sendable, Hashable {
    /// The bytes, without a terminating zero.
    public let bytes: [UInt8]

    /// The path with exactly these bytes.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// The path that `text` spells.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The path as text, or `nil` when its bytes are not UTF-8.
    public var validText: String? { String(validating: bytes, as: UTF8.self) }

    /// The path as text that can be written anywhere.
    ///
    /// Valid UTF-8 stays as it is. Otherwise each byte that is no part of a character is written as `%` and two
    /// upper-case hexadecimal digits, and each `%` of the name as `%25`, so that the bytes can be told from the text.
    public var text: String { validText ?? escaped }

    /// The last component: what stands after the last slash that is not at the end.
    public var lastComponent: RawPath {
        let end = bytes.lastIndex { $0 != .slash }.map { $0 + 1 } ?? bytes.count
        let start = bytes[..<end].lastIndex(of: .slash).map { $0 + 1 } ?? 0
        return RawPath(bytes: Array(bytes[start..<end]))
    }

    /// The folder that holds this path, empty when the path is a bare name.
    public var folder: RawPath {
        guard let slash = bytes.lastIndex(of: .slash) else { return RawPath(bytes: []) }
        return RawPath(bytes: Array(bytes[..<max(slash, 1)]))
    }

    /// `path` seen from this folder; an absolute path, or one seen from the empty path, is itself.
    public func appending(_ path: RawPath) -> RawPath {
        if bytes.isEmpty || path.bytes.first == .slash { return path }
        return RawPath(bytes: bytes + (bytes.last == .slash ? [] : [.slash]) + path.bytes)
    }

    private var escaped: String {
        var text = ""
        var rest = bytes[...]
        while let first = rest.first {
            let length = max(1, rest.lengthOfCharacter)
            let character = rest.prefix(length)
            if rest.lengthOfCharacter > 0, first != UInt8(ascii: "%") {
                text += String(decoding: character, as: UTF8.self)
            } else {
                // Two digits: it is a percent sign, or no part of UTF-8 and thus above 0x7F.
                text += "%" + String(first, radix: 16, uppercase: true)
            }
            rest = rest.dropFirst(length)
        }
        return text
    }
}

extension RawPath: Comparable {
    public static func < (left: RawPath, right: RawPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension UInt8 {
    /// The separator of path components.
    package static let slash = UInt8(ascii: "/")
}

extension ArraySlice<UInt8> {
    /// How many bytes the first character takes, 0 when the slice does not start with valid UTF-8.
    fileprivate var lengthOfCharacter: Int {
        (1...4).first { $0 <= count && String(validating: prefix($0), as: UTF8.self) != nil } ?? 0
    }
}
