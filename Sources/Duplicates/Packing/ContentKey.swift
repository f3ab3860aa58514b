/// A digest in as few bytes as it has: 64 lower-case hexadecimal digits are four words; any other name is kept as it is.
///
/// Keys are ordered as the texts that they stand for.
package enum ContentKey: Sendable, Hashable {
    case words(UInt64, UInt64, UInt64, UInt64)
    case name(String)

    init(_ text: String) {
        var words = SIMD4<UInt64>()
        var count = 0
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: value = 255
            }
            guard value < 16, count < 64 else {
                self = .name(text)
                return
            }
            words[count / 16] = words[count / 16] << 4 | UInt64(value)
            count += 1
        }
        self = count == 64 ? .words(words[0], words[1], words[2], words[3]) : .name(text)
    }

    /// What the key stands for.
    package var text: String {
        switch self {
        case .name(let text): return text
        case .words(let first, let second, let third, let fourth):
            return [first, second, third, fourth].map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }
}

extension ContentKey: Comparable {
    package static func < (one: ContentKey, other: ContentKey) -> Bool {
        guard case .words(let a, let b, let c, let d) = one, case .words(let e, let f, let g, let h) = other else {
            return one.text < other.text
        }
        if a != e { return a < e }
        if b != f { return b < f }
        return c != g ? c < g : d < h
    }
}
