internal import Fingerprints

/// Lots of pictures that all look the same, of which most follow one another that was verified to be the same.
///
/// All pairs of thousands of white pictures, or of thousands of copies of one, are millions. Where so many would be compared
/// with each other, they are compared with the best one alone; what is a copy of that follows it and is a candidate for
/// nothing else. Only where a group's keeper turns out to be another one, followers are compared with that: nobody belongs
/// to a group without having been compared with its keeper, here either.
struct Crowds {
    /// So many pictures are compared pair by pair.
    static let largest = 128
    /// How often groups are made anew because of followers that are alone.
    static let rounds = 8
    /// A lot is given up when so many that were compared with the rest, one after the other, had no copy in it.
    private static let patience = 32

    private struct Lot {
        /// The best first; those that follow another are taken out.
        var places: [Int]
        /// Whether only their looks make a lot of them.
        let isFlat: Bool
        /// Those before this one were compared with all behind them.
        var next = 0
        var fruitless = 0
    }

    private let pictures: [PictureFacts]
    private var lots: [Lot]
    /// Those that follow each hub, the best first.
    private var followers: [(hub: Int, places: [Int])] = []
    private var isFollower: Set<Int> = []
    private var compared: Set<PicturePair> = []

    init(_ standings: Standings, among places: [Int], rules: [KeepRule]) {
        let pictures = standings.pictures
        // What may not be dropped follows nobody.
        let free = places.filter { !pictures[$0].isReference }
        let flat = Self.dense(free.filter { pictures[$0].fingerprint.isFlat && pictures[$0].look != nil }, pictures)
        let equal = Self.equal(free.filter { !pictures[$0].fingerprint.isFlat }, pictures)
        lots = ([(flat, true)] + equal.map { ($0, false) }).filter { $0.0.count > Self.largest }.map { places, isFlat in
            Lot(places: places.sorted { standings[$0].precedes(standings[$1], rules: rules) }, isFlat: isFlat)
        }
        self.pictures = pictures
    }

    /// Those of `places` that follow nobody.
    func open(of places: [Int]) -> [Int] { isFollower.isEmpty ? places : places.filter { !isFollower.contains($0) } }

    /// The pairs to be judged next: one picture and all that may follow it; `nil` when all lots are small.
    mutating func nextRound() -> [Candidates.Pair]? {
        while var lot = lots.popLast() {
            guard lot.places.count - lot.next > Self.largest, lot.fruitless < Self.patience else { continue }
            let hub = lot.places[lot.next]
            lot.next += 1
            let others = lot.places[lot.next...].filter { !lot.isFlat || mayAgree(hub, $0) }
            let isWorthIt = others.count >= Self.largest
            if isWorthIt { lot.fruitless += 1 }
            lots.append(lot)
            if isWorthIt { return others.map { pair(hub, $0) } }
        }
        return nil
    }

    /// Takes what was found in that round, and keeps the edges of those that follow its first picture from now on.
    mutating func take(_ found: [Edge]) -> [Edge] {
        guard var lot = lots.popLast() else { return [] }
        let hub = lot.places[lot.next - 1]
        let edges = found.filter { $0.verdict.relation.isDuplicate }
        let following = Set(edges.map { $0.a == hub ? $0.b : $0.a })
        if !following.isEmpty {
            lot.fruitless = 0
            followers.append((hub, lot.places.filter { following.contains($0) }))
            lot.places.removeAll { following.contains($0) }
            isFollower.formUnion(following)
            compared.formUnion(following.map { PicturePair(hub, $0) })
        }
        lots.append(lot)
        return edges
    }

    /// Pairs that the groups ask for: followers that are alone, with what keeps their hub, and, where they are no copies of
    /// that, with the best of themselves.
    mutating func unanswered(_ keeperOf: [Int]) -> [Candidates.Pair] {
        var pairs: [Candidates.Pair] = []
        for (hub, places) in followers {
            let keeper = keeperOf[hub]
            let alone = places.filter { keeperOf[$0] == $0 && $0 != keeper }
            let fresh = Set(alone.filter { compared.insert(PicturePair(keeper, $0)).inserted })
            let left = alone.filter { !fresh.contains($0) }
            pairs += alone.filter { fresh.contains($0) }.map { pair(keeper, $0) }
            for (offset, best) in left.enumerated() {
                let others = left[(offset + 1)...].filter { compared.insert(PicturePair(best, $0)).inserted }
                pairs += others.map { pair(best, $0) }
                if !others.isEmpty { break }
            }
        }
        return pairs
    }

    private func pair(_ one: Int, _ other: Int) -> Candidates.Pair {
        let isFlat = pictures[one].fingerprint.isFlat && pictures[other].fingerprint.isFlat
        return Candidates.Pair(a: one, b: other, isFlat: isFlat)
    }

    private func mayAgree(_ one: Int, _ other: Int) -> Bool {
        guard let first = pictures[one].look, let second = pictures[other].look else { return false }
        return first.mayAgree(with: second)
    }
}
