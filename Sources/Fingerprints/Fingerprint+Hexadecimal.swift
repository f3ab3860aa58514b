internal import Spelling

extension Fingerprint {
    /// 64 lower-case digits in PDQ's published order: the bits as one number, bit 255 first.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for nibble in (0..<64).reversed() {
            text.append(digits[Int(words[nibble / 16] >> UInt64(nibble % 16 * 4) & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads 64 hexadecimal digits in PDQ's published order; nil when `hexadecimal` is anything else.
    public init?(hexadecimal: String, quality: Int) {
        var words = SIMD4<UInt64>()
        var nibble = 64
        for unit in hexadecimal.utf8 {
            guard nibble > 0, let digit = unit.hexadecimalValue else { return nil }
            nibble -= 1
            words[nibble / 16] |= UInt64(digit) << UInt64(nibble % 16 * 4)
        }
        guard nibble == 0 else { return nil }
        self.init(words: words, quality: quality)
    }
}
