/// A path and a query under the base URL of a service, with everything encoded that has to be.
package struct RequestTarget: Sendable, Hashable {
    /// The path and the query, from the first slash on.
    package private(set) var text = ""

    /// The path of these components; each may hold any character.
    init(_ components: String...) { text = components.map { "/" + Self.encoded($0) }.joined() }

    /// Adds a parameter to the query.
    mutating func add(_ name: String, _ value: String) {
        text += (text.contains("?") ? "&" : "?") + Self.encoded(name) + "=" + Self.encoded(value)
    }

    /// Adds a parameter of several values, separated by commas that are encoded as the services' own clients do.
    mutating func add(_ name: String, _ values: [String]) {
        if !values.isEmpty { add(name, values.joined(separator: ",")) }
    }

    /// The URL of this target at a service; a slash at the end of `base` does not count.
    package func url(at base: String) -> String {
        var base = base
        while base.last == "/" { base.removeLast() }
        return base + text
    }

    /// Whether a text can be one component of a path and stays that when servers and proxies tidy the path up.
    static func isComponent(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".." && !text.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 }
    }

    /// All bytes but the unreserved ones of RFC 3986, section 2.3, as `%FF`.
    private static func encoded(_ text: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded.append(contentsOf: "%\(byte < 16 ? "0" : "")\(digits)".utf8)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
