/// Writes numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth set where more follow.
///
/// The encoding of WebAssembly and DWARF (LEB128, DWARF 5 section 7.6), with signs in the lowest bit.
struct NumberWriter {
    /// What was written, and what stands before it.
    private(set) var bytes: [UInt8] = []

    /// Takes `bytes` away, to write behind them without a copy.
    init(behind bytes: inout [UInt8]) { swap(&self.bytes, &bytes) }

    /// Makes room for `count` more bytes.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Appends a number that is not negative.
    mutating func append(_ number: Int) {
        precondition(number >= 0, "\(number) has a sign")
        append(UInt64(number))
    }

    /// Appends a number of either sign.
    mutating func append(signed number: Int) { append(UInt64(bitPattern: Int64(number << 1 ^ number >> 63))) }

    /// Appends four words as 32 bytes, the highest first, so that bytes are ordered as words are.
    mutating func append(_ words: SIMD4<UInt64>) {
        for place in 0..<4 {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: words[place] >> UInt64(shift)))
            }
        }
    }

    /// Appends the number of a text's bytes, and these.
    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
