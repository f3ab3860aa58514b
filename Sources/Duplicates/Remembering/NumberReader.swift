/// Reads what a `NumberWriter` wrote, or what pretends to be that.
struct NumberReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int
    /// Beyond what anything here counts or measures, and small enough to be calculated with.
    private static let largest = 1 << 52

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    /// The byte that is read next.
    var place: Int { next }

    /// How many bytes are left.
    var left: Int { bytes.endIndex - next }

    /// A number from 0 to `limit`; there is none where that is negative.
    mutating func number(upTo limit: Int) throws(PairRecordError) -> Int {
        let value = try word()
        guard limit >= 0, value <= UInt64(limit) else { throw .outOfRange(at: next) }
        return Int(value)
    }

    /// How many of something follow, each of which takes `size` bytes at least.
    mutating func count(ofSize size: Int) throws(PairRecordError) -> Int {
        let count = try number(upTo: Self.largest)
        guard count <= left / size else { throw .cutShort }
        return count
    }

    /// A number of either sign and up to 32 bits.
    mutating func signed() throws(PairRecordError) -> Int {
        let value = try wide()
        guard Int(Int32.min)...Int(Int32.max) ~= value else { throw .outOfRange(at: next) }
        return value
    }

    /// A number of either sign that may have more.
    mutating func wide() throws(PairRecordError) -> Int {
        let value = Int(bitPattern: UInt(try word()))
        let number = Int(bitPattern: UInt(bitPattern: value) >> 1) ^ -(value & 1)
        guard -Self.largest...Self.largest ~= number else { throw .outOfRange(at: next) }
        return number
    }

    /// Four words.
    mutating func words() throws(PairRecordError) -> SIMD4<UInt64> {
        guard left >= 32 else { throw .cutShort }
        var words = SIMD4<UInt64>()
        for place in 0..<4 {
            var word: UInt64 = 0
            for byte in 0..<8 { word = word << 8 | UInt64(bytes[next + 8 * place + byte]) }
            words[place] = word
        }
        next += 32
        return words
    }

    /// A text; what is no UTF-8 in it is replaced.
    mutating func text() throws(PairRecordError) -> String {
        let count = try count(ofSize: 1)
        defer { next += count }
        return String(decoding: bytes[next..<next + count], as: UTF8.self)
    }

    private mutating func word() throws(PairRecordError) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard next < bytes.endIndex else { throw .cutShort }
            let byte = UInt64(bytes[next])
            next += 1
            value |= (byte & 0x7F) << UInt64(shift)
            if byte < 0x80 {
                // Of the tenth byte there is room for one bit.
                guard shift < 63 || byte <= 1 else { throw .outOfRange(at: next) }
                return value
            }
        }
        throw .outOfRange(at: next)
    }
}
