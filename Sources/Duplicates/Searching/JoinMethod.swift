/// How all pairs are found; both are exact.
package enum JoinMethod: Sendable {
    /// Everything against everything, tile by tile.
    case tiles
    /// Only what agrees nearly in one of sixteen chunks.
    case buckets

    /// Which is faster for `count` distinct codes: the crossovers that `match-bench --method` shows with AVX-512, and tiles
    /// beyond 63 bits, where the masks of a chunk are so many that buckets save nothing.
    static func cheapest(count: Int, radius: Int) -> JoinMethod {
        switch radius {
        case ...31: count < 24_000 ? .tiles : .buckets
        case ...47: count < 64_000 ? .tiles : .buckets
        case ...63: count < 140_000 ? .tiles : .buckets
        default: .tiles
        }
    }

    /// Which is faster for pairs across two sets of distinct codes: as for one set that has as many pairs.
    static func cheapest(across count: Int, _ others: Int, radius: Int) -> JoinMethod {
        cheapest(count: Int((2 * Double(count) * Double(others)).squareRoot()), radius: radius)
    }
}
