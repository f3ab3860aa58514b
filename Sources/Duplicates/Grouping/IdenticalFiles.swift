/// Files of the same bytes among those that take part, each lot behind its best one, so that only that one is compared with others.
struct IdenticalFiles {
    /// The best of each lot, by place.
    let representatives: [Int]
    /// For each representative of several the others of its lot, the best first.
    private let others: [Int: [Int]]

    /// - Parameter places: In ascending order.
    init(_ standings: Standings, among places: [Int], rules: [KeepRule]) {
        var others: [Int: [Int]] = [:]
        var isBehind = [Bool](repeating: false, count: standings.count)
        Self.forEachLot(of: places, standings.pictures) { lot in
            let sorted = lot.sorted { standings[$0].precedes(standings[$1], rules: rules) }
            others[sorted[0]] = Array(sorted.dropFirst())
            for place in sorted.dropFirst() { isBehind[place] = true }
        }
        self.others = others
        representatives = places.filter { !isBehind[$0] }
    }

    /// Hands over the places of several files of the same bytes.
    private static func forEachLot(of places: [Int], _ pictures: [PictureFacts], _ body: ([Int]) -> Void) {
        // By the first digits, which hardly ever lie: whole keys of all are far more to move about.
        var sorted = places.map { (prefix: pictures[$0].contentPrefix, place: UInt32($0)) }
        sorted.sort { ($0.prefix, $0.place) < ($1.prefix, $1.place) }
        var start = 0
        while start < sorted.count {
            let end = sorted[start...].firstIndex { $0.prefix != sorted[start].prefix } ?? sorted.count
            if end > start + 1 {
                let alike = sorted[start..<end].map { Int($0.place) }
                for lot in Dictionary(grouping: alike, by: { pictures[$0].contentKey }).values where lot.count > 1 {
                    body(lot)
                }
            }
            start = end
        }
    }

    /// The other files of the same bytes as the representative `place`.
    func copies(of place: Int) -> [Int] { others[place] ?? [] }
}
