/// A code of 256 bits that needs no alignment beyond a word's, so that structures of many fields have no gaps.
struct PackedCode: Sendable, Hashable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    init(_ words: SIMD4<UInt64>) { (first, second, third, fourth) = (words[0], words[1], words[2], words[3]) }

    var words: SIMD4<UInt64> { SIMD4(first, second, third, fourth) }
}
