internal import Spelling

/// Texts as URIs (RFC 3986).
enum PercentEncoding {
    /// A path as a reference: relative paths stay relative, absolute ones become `file` URIs.
    ///
    /// Colons are encoded too, or the first component of a relative path could be read as a scheme.
    static func path(_ path: String) -> String {
        (path.hasPrefix("/") ? "file://" : "") + encoded(path, keeping: "/")
    }

    /// An address as it is, with an escape for each byte that may not stand in a URI; `%` is kept where two digits
    /// follow.
    static func address(_ address: String) -> String {
        let bytes = Array(address.utf8)
        var text = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count && bytes[index + 1].hexadecimalValue != nil
                && bytes[index + 2].hexadecimalValue != nil
            text += isEscape ? "%" : encoded([byte], keeping: ":/?#@!$&'()*+,;=")
        }
        return text
    }

    private static func encoded(_ text: String, keeping kept: String) -> String {
        encoded(Array(text.utf8), keeping: kept)
    }

    private static func encoded(_ bytes: [UInt8], keeping kept: String) -> String {
        var text = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "-._~".utf8.contains(byte) || kept.utf8.contains(byte):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
