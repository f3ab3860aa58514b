/// Files of the same bytes among those that take part, each lot behind its best one, so that only that one is compared with others.
struct IdenticalFiles {
    /// The best of each lot, by place.
    let representatives: [Int]
    /// For each place the others of its lot if it is a representative, the best first.
    private let others: [[Int]]

    init(_ standings: [Standing], among places: [Int], rules: [KeepRule]) {
        var others = [[Int]](repeating: [], count: standings.count)
        var representatives: [Int] = []
        let sorted = places.sorted {
            let (one, other) = (standings[$0].picture.digest, standings[$1].picture.digest)
            return one == other ? standings[$0].precedes(standings[$1], rules: rules) : one < other
        }
        for place in sorted {
            if let best = representatives.last, standings[best].picture.digest == standings[place].picture.digest {
                others[best].append(place)
            } else {
                representatives.append(place)
            }
        }
        self.others = others
        self.representatives = representatives.sorted()
    }

    /// The other files of the same bytes as the representative `place`.
    func copies(of place: Int) -> [Int] { others[place] }
}
