/// Two positions whose codes are within the radius; 12 bytes, for there may be millions.
public struct HammingPair: Sendable, Hashable {
    private let low: UInt32
    private let high: UInt32
    private let bits: UInt32

    /// The smaller position.
    public var a: Int { Int(low) }
    /// The larger position.
    public var b: Int { Int(high) }
    /// Bits that differ.
    public var distance: Int { Int(bits) }

    /// The pair of two positions in either order, `distance` bits apart.
    public init(_ one: UInt32, _ other: UInt32, distance: Int) {
        low = min(one, other)
        high = max(one, other)
        bits = UInt32(distance)
    }

    /// The bits that are set in the difference of two codes.
    @inline(__always)
    static func bits(of difference: SIMD4<UInt64>) -> Int {
        difference[0].nonzeroBitCount + difference[1].nonzeroBitCount + difference[2].nonzeroBitCount
            + difference[3].nonzeroBitCount
    }

    /// What pairs are sorted by.
    package var key: UInt64 { UInt64(low) << 32 | UInt64(high) }
}
