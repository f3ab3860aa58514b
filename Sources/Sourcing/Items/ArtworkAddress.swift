internal import Spelling

/// An http(s) address taken apart and brought into one form, so that two spellings of it are equal.
///
/// Our own and no library's: the parsers of URL libraries differ in what they repair, and a key has to be the same on
/// every machine. What is doubtful is refused: user names, backslashes, control characters, broken escapes.
struct ArtworkAddress: Sendable, Hashable {
    /// In lower case, without `www.` and a final dot, with a port that is not the scheme's own.
    let host: String
    /// The components of the path without empty ones and dots; escapes of unreserved characters are undone.
    let path: [String]
    /// The members of the query in order.
    let query: [(name: String, value: String)]

    /// Longer ones are refused: browsers and servers stop at about as much.
    static let maximumBytes = 2048

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumBytes, !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }),
            let schemeBytes = Self.schemeBytes(of: bytes)
        else { return nil }
        let rest = bytes[schemeBytes...]
        let authorityEnd = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        let beforeFragment = rest[authorityEnd...].prefix { $0 != UInt8(ascii: "#") }
        let pathPart = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
        guard let host = Self.host(rest[..<authorityEnd]), let path = Self.path(pathPart),
            let query = Self.query(beforeFragment.dropFirst(pathPart.count + 1))
        else { return nil }
        (self.host, self.path, self.query) = (host, path, query)
    }

    /// The value of the first member `name` of the query.
    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    static func == (left: Self, right: Self) -> Bool {
        left.host == right.host && left.path == right.path && left.query.elementsEqual(right.query, by: ==)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(host)
        hasher.combine(path)
        for member in query {
            hasher.combine(member.name)
            hasher.combine(member.value)
        }
    }

    private static func schemeBytes(of bytes: [UInt8]) -> Int? {
        let start = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        return start == "https://" ? 8 : start.hasPrefix("http://") ? 7 : nil
    }

    private static func host(_ authority: ArraySlice<UInt8>) -> String? {
        let parts = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return nil }
        var name = String(decoding: parts[0], as: UTF8.self).lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        if name.hasPrefix("www.") { name.removeFirst(4) }
        let isName = name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        guard isName, name.utf8.contains(UInt8(ascii: ".")), !name.hasPrefix("."), !name.contains("..") else {
            return nil
        }
        guard parts.count == 2, !parts[1].isEmpty else { return name }
        guard let port = UInt16(String(decoding: parts[1], as: UTF8.self)) else { return nil }
        return port == 80 || port == 443 ? name : "\(name):\(port)"
    }

    private static func path(_ bytes: ArraySlice<UInt8>) -> [String]? {
        var components: [String] = []
        for part in bytes.split(separator: UInt8(ascii: "/")) {
            guard let component = normalized(part) else { return nil }
            if component == "." { continue }
            if component == ".." { _ = components.popLast() } else { components.append(component) }
        }
        return components
    }

    private static func query(_ bytes: ArraySlice<UInt8>) -> [(name: String, value: String)]? {
        var members: [(name: String, value: String)] = []
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let name = part.prefix { $0 != UInt8(ascii: "=") }
            guard let key = normalized(name), let value = normalized(part.dropFirst(name.count + 1)) else { return nil }
            members.append((key, value))
        }
        return members
    }

    /// RFC 3986, 6.2.2: escapes of unreserved characters undone, all others in upper case; bytes that need an escape get
    /// one. `nil` for a percent sign without two digits.
    private static func normalized(_ bytes: ArraySlice<UInt8>) -> String? {
        var text = ""
        var rest = bytes
        while let byte = rest.popFirst() {
            var byte = byte
            var isPlain = byte < 0x7F
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue
                else { return nil }
                byte = high << 4 | low
                isPlain = isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
            }
            if isPlain {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
