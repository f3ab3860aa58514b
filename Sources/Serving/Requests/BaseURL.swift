/// Where clients find this server: the start of all URLs in answers.
public struct BaseURL: Sendable, Hashable {
    /// Scheme and host, without a slash at the end: `http://127.0.0.1:8080`.
    public let text: String

    /// The server that a `Host` field names; `nil` when it names none.
    ///
    /// The field comes from the client and goes into answers, so it holds letters, digits, `-`, `.`, and a port, or an
    /// IPv6 address in brackets, and nothing that would be a path, a user or a line end.
    public init?(host: String) {
        guard Self.isHost(host[...]) else { return nil }
        text = "http://\(host)"
    }

    /// The base that a user gave, as a proxy in front of this server has it; `nil` unless it is an `http` or `https`
    /// URL without user, query and fragment.
    public init?(_ text: String) {
        var rest = text[...]
        while rest.last == "/" { rest.removeLast() }
        guard let scheme = ["http://", "https://"].first(where: rest.hasPrefix) else { return nil }
        let behind = rest.dropFirst(scheme.count)
        guard Self.isHost(behind.prefix { $0 != "/" }) else { return nil }
        let isPath = behind.drop { $0 != "/" }.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3F && $0 != 0x23 }
        guard isPath else { return nil }
        self.text = String(rest)
    }

    private static func isHost(_ text: Substring) -> Bool {
        guard (1...255).contains(text.utf8.count) else { return false }
        var name = text
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return false }
            let address = text[text.index(after: text.startIndex)..<end]
            guard !address.isEmpty, address.utf8.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }) else {
                return false
            }
            name = text[text.index(after: end)...]
            return name.isEmpty || isPort(name)
        }
        if let colon = text.firstIndex(of: ":") {
            guard isPort(text[colon...]) else { return false }
            name = text[..<colon]
        }
        return !name.isEmpty && name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
    }

    /// A colon and a number of a port.
    private static func isPort(_ text: Substring) -> Bool {
        let digits = text.dropFirst()
        guard text.first == ":", (1...5).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        return (1...65_535).contains(Int(digits) ?? 0)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}

extension BaseURL {
    /// What a client that names no host is told: that of HTTP/1.0.
    static let loopback = BaseURL(host: "127.0.0.1")
}
