/// Why a text is no color of the form `#RRGGBB`; each case carries the text.
public enum ColorTextError: Error, Hashable, Sendable {
    /// It does not begin with `#`.
    case noNumberSign(String)
    /// What stands at this byte is no hexadecimal digit.
    case notADigit(String, offset: Int)
    /// There are not exactly six digits after the `#`.
    case wrongLength(String)
}

extension ColorTextError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noNumberSign(let text): "'\(text)' is no color: expected '#' and six hexadecimal digits"
        case .notADigit(let text, let offset): "'\(text)' is no color: no hexadecimal digit at offset \(offset)"
        case .wrongLength(let text): "'\(text)' is no color: expected exactly six hexadecimal digits after '#'"
        }
    }
}
