/// Files of the same bytes among those that take part, each lot behind its best one, so that only that one is compared with others.
struct IdenticalFiles {
    /// The best of each lot, by place.
    let representatives: [Int]
    /// For each representative of several the others of its lot, the best first.
    private let others: [Int: [Int]]

    init(_ standings: Standings, among places: [Int], rules: [KeepRule]) {
        var others: [Int: [Int]] = [:]
        var representatives: [Int] = []
        let pictures = standings.pictures
        let sorted = places.sorted {
            let (one, other) = (pictures[$0].contentKey, pictures[$1].contentKey)
            return one == other ? standings[$0].precedes(standings[$1], rules: rules) : one < other
        }
        for place in sorted {
            if let best = representatives.last, pictures[best].contentKey == pictures[place].contentKey {
                others[best, default: []].append(place)
            } else {
                representatives.append(place)
            }
        }
        self.others = others
        self.representatives = representatives.sorted()
    }

    /// The other files of the same bytes as the representative `place`.
    func copies(of place: Int) -> [Int] { others[place] ?? [] }
}
