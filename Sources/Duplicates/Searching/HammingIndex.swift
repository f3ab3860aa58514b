/// Finds every pair of 256-bit codes within a radius, and every code within a radius of another; nothing is missed.
///
/// Codes are known by their positions in the array that the index was made of.
public struct HammingIndex: Sendable {
    /// The distinct codes and who has them.
    package internal(set) var folded: FoldedCodes

    /// An index over `codes`, at most 2^32 - 1 of them.
    public init(_ codes: [SIMD4<UInt64>]) {
        folded = FoldedCodes(codes)
    }

    /// An index over codes of which no two are equal.
    init(distinct codes: [SIMD4<UInt64>]) { folded = FoldedCodes(distinct: codes) }

    /// The positions of all codes within `radius` bits of `code`, by position.
    public func matches(of code: SIMD4<UInt64>, within radius: Int) -> [HammingMatch] {
        guard radius >= 0 else { return [] }
        var found: [HammingMatch] = []
        let codes = folded.codes.span
        for node in 0..<codes.count {
            let distance = HammingPair.bits(of: codes[node] ^ code)
            if distance > radius { continue }
            for position in folded.members(of: node) {
                found.append(HammingMatch(position: Int(position), distance: distance))
            }
        }
        return found.sorted { $0.position < $1.position }
    }

    /// All pairs of positions whose codes are within `radius` bits of each other, each once with `a < b`, sorted by
    /// `a`, then `b`.
    public func pairs(within radius: Int) -> [HammingPair] {
        var found: [HammingPair] = []
        for node in 0..<folded.count where folded.members(of: node).count > 1 {
            let members = folded.members(of: node)
            for (offset, a) in members.enumerated() {
                for b in members.dropFirst(offset + 1) { found.append(HammingPair(a, b, distance: 0)) }
            }
        }
        for pair in distinctPairs(within: radius) {
            for a in folded.members(of: pair.a) {
                for b in folded.members(of: pair.b) { found.append(HammingPair(a, b, distance: pair.distance)) }
            }
        }
        found.sort { $0.key < $1.key }
        return found
    }

    /// All pairs of a distinct code and one of `others` within `radius` bits, as the positions of the first among the
    /// distinct codes and of the second in `others`, in no stated order.
    package func pairs(
        with others: [SIMD4<UInt64>], within radius: Int, method: JoinMethod? = nil
    ) -> [(node: Int, other: Int)] {
        guard radius >= 0 else { return [] }
        let count = folded.count
        var found: [(node: Int, other: Int)] = []
        let method = method ?? JoinMethod.cheapest(across: count, others.count, radius: radius)
        Self.visit(folded.codes + others, split: count, within: radius, by: method) { lot in
            found += lot.map { ($0.a, $0.b - count) }
        }
        return found
    }

    /// Hands over all pairs within `radius` bits of one of `codes` before `split` and one from there on.
    static func visit<Failure: Error>(
        _ codes: consuming [SIMD4<UInt64>], split: Int, within radius: Int, by method: JoinMethod,
        _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        switch method {
        case .tiles:
            try TileJoin.visit(CodeColumns(consume codes), split: split, within: UInt32(clamping: radius), body)
        case .buckets: try BucketJoin(codes: consume codes, split: split, radius: radius).visit(body)
        }
    }

    /// All pairs of distinct codes of which the one, with all bits turned, is within `radius` bits of the other, in no stated
    /// order; each twice, and a pair of one code where its own negative is so close.
    ///
    /// - Parameter fresh: Positions among the distinct codes of which one at least is in every pair, which is found once where
    ///   the other is not; `nil` for all.
    package func negatives(
        within radius: Int, touching fresh: [Int]? = nil, method: JoinMethod? = nil
    ) -> [(node: Int, other: Int)] {
        if let fresh {
            return pairs(with: fresh.map { ~folded.codes[$0] }, within: radius, method: method)
                .map { ($0.node, fresh[$0.other]) }
        }
        let method = method ?? JoinMethod.cheapest(count: folded.count, radius: radius)
        guard method == .buckets, radius >= 0 else {
            return pairs(with: folded.codes.map { ~$0 }, within: radius, method: method)
        }
        // In one piece from the start: among many these codes are what takes most memory.
        var all: [SIMD4<UInt64>] = []
        all.reserveCapacity(2 * folded.count)
        all += folded.codes
        for code in folded.codes { all.append(~code) }
        var found: [(node: Int, other: Int)] = []
        BucketJoin(codes: consume all, split: folded.count, radius: radius).visit { lot in
            found += lot.map { ($0.a, $0.b - folded.count) }
        }
        return found
    }

    /// All pairs of distinct codes within `radius` bits, as positions among the distinct codes, in no stated order.
    package func distinctPairs(within radius: Int, method: JoinMethod? = nil) -> [HammingPair] {
        var found: [HammingPair] = []
        visitDistinctPairs(within: radius, method: method) { found += $0 }
        return found
    }

    /// Hands over all pairs of distinct codes within `radius` bits in lots, as positions among the distinct codes, in an
    /// order that depends on nothing but the codes.
    ///
    /// What to do with equal codes is left to the caller: a thousand equal codes make half a million pairs.
    package func visitDistinctPairs<Failure: Error>(
        within radius: Int, method: JoinMethod? = nil, _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        guard radius >= 0 else { return }
        switch method ?? JoinMethod.cheapest(count: folded.count, radius: radius) {
        case .tiles: try TileJoin.visit(CodeColumns(folded.codes), within: UInt32(clamping: radius), body)
        case .buckets: try BucketJoin(codes: folded.codes, radius: radius).visit(body)
        }
    }

    /// The same for somebody who needs the codes no longer: they are not copied, which among many is what takes most memory.
    package consuming func joinDistinctPairs<Failure: Error>(
        within radius: Int, _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        guard radius >= 0, JoinMethod.cheapest(count: folded.count, radius: radius) == .buckets else {
            return try visitDistinctPairs(within: radius, body)
        }
        let codes = folded.giveUpCodes()
        try BucketJoin(codes: consume codes, radius: radius).visit(body)
    }
}
