/// Texts as parts of an XML 1.0 document.
enum XMLText {
    /// What stands between the quotation marks of an attribute; white space is kept by references.
    static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

    /// What stands between tags.
    static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

    /// `>` too, so that no `]]>` is left. What XML 1.0 has no place for, not even as a reference, is left out.
    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\t", "\n", "\r":
                if isAttribute || scalar == "\r" {
                    result += "&#\(scalar.value);"
                } else {
                    result.unicodeScalars.append(scalar)
                }
            case _ where isCharacter(scalar): result.unicodeScalars.append(scalar)
            default: break
            }
        }
        return result
    }

    /// XML 1.0, production 2, without the control characters 0x7F to 0x9F, which it discourages.
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
