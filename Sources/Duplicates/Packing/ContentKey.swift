internal import Spelling

/// A digest in as few bytes as it has: 64 lower-case hexadecimal digits are four words; any other name is kept as it is.
///
/// Keys are ordered as the texts that they stand for.
package struct ContentKey: Sendable, Hashable {
    /// The digits, sixteen a word; zero for a name.
    let words: SIMD4<UInt64>
    /// What is no such digest.
    let name: String?

    init(words: SIMD4<UInt64>, name: String?) {
        self.words = words
        self.name = name
    }

    init(_ text: String) {
        var words = SIMD4<UInt64>()
        var count = 0
        for digit in text.utf8 {
            // Upper case is another text, which a number would not give back.
            let isUpper = UInt8(ascii: "A")...UInt8(ascii: "F") ~= digit
            guard count < 64, !isUpper, let value = digit.hexadecimalValue else {
                count = 0
                break
            }
            words[count / 16] = words[count / 16] << 4 | UInt64(value)
            count += 1
        }
        let isDigest = count == 64 && text.utf8.count == 64
        self.init(words: isDigest ? words : .zero, name: isDigest ? nil : text)
    }

    /// What the key stands for.
    package var text: String {
        if let name { return name }
        return (0..<4).map { place in
            let digits = String(words[place], radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

extension ContentKey: Comparable {
    package static func < (one: ContentKey, other: ContentKey) -> Bool {
        if one.name != nil || other.name != nil { return one.text < other.text }
        for place in 0..<4 where one.words[place] != other.words[place] {
            return one.words[place] < other.words[place]
        }
        return false
    }
}
