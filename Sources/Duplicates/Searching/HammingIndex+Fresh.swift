extension HammingIndex {
    /// Hands over all pairs of distinct codes within `radius` bits of which one at least is `fresh`, as positions among the distinct
    /// codes, each once; what is not fresh is not joined with each other.
    ///
    /// - Parameter fresh: Ascending positions among the distinct codes; `nil` for all.
    package consuming func joinDistinctPairs<Failure: Error>(
        within radius: Int, touching fresh: [Int]?, _ body: ([HammingPair]) throws(Failure) -> Void
    ) throws(Failure) {
        guard let fresh else { return try joinDistinctPairs(within: radius, body) }
        guard radius >= 0, !fresh.isEmpty else { return }
        let order = Self.order(fresh, of: folded.count)
        var codes: [SIMD4<UInt64>] = []
        codes.reserveCapacity(order.count)
        let all = folded.giveUpCodes()
        for node in order { codes.append(all[Int(node)]) }
        _ = consume all
        func renumbered(_ lot: [HammingPair]) -> [HammingPair] {
            lot.map { HammingPair(order[$0.a], order[$0.b], distance: $0.distance) }
        }
        let among = HammingIndex(distinct: Array(codes[..<fresh.count]))
        try among.joinDistinctPairs(within: radius) { (lot) throws(Failure) in try body(renumbered(lot)) }
        let method = JoinMethod.cheapest(across: fresh.count, order.count - fresh.count, radius: radius)
        try Self.visit(consume codes, split: fresh.count, within: radius, by: method) { (lot) throws(Failure) in
            try body(renumbered(lot))
        }
    }

    /// The positions of `count` codes, the fresh ones first.
    private static func order(_ fresh: [Int], of count: Int) -> [UInt32] {
        var isFresh = [Bool](repeating: false, count: count)
        for node in fresh { isFresh[node] = true }
        return fresh.map { UInt32($0) } + (0..<count).filter { !isFresh[$0] }.map { UInt32($0) }
    }
}
