/// Gathers verified copies round their keepers.
struct Stars {
    private typealias Copy = (place: Int, verdict: PairVerdict)

    private let standings: [Standing]
    private let classes: IdenticalFiles
    private let rules: [KeepRule]
    private let edges: [Edge]
    /// For each place the edges that it has a part in.
    private var edgesOf: [[Int]]
    /// For each place whose copy it is; itself for what is kept.
    private var keeperOf: [Int]
    private var stars: [(keeper: Int, copies: [Copy])] = []

    init(_ standings: [Standing], classes: IdenticalFiles, edges: [Edge], rules: [KeepRule]) {
        self.standings = standings
        self.classes = classes
        self.edges = edges
        self.rules = rules
        keeperOf = Array(standings.indices)
        edgesOf = [[Int]](repeating: [], count: standings.count)
        for (index, edge) in edges.enumerated() {
            edgesOf[edge.a].append(index)
            edgesOf[edge.b].append(index)
        }
        gather()
    }

    /// Takes the pictures from the best to the worst; each that nobody has yet keeps all copies of its own that are free.
    private mutating func gather() {
        var found: [(keeper: Int, copies: [Copy])] = []
        var isTaken = [Bool](repeating: false, count: standings.count)
        let ranked = classes.representatives.sorted { standings[$0].precedes(standings[$1], rules: rules) }
        for keeper in ranked where !isTaken[keeper] {
            isTaken[keeper] = true
            var copies = classes.copies(of: keeper).map { place in
                (place: place, verdict: PairVerdict.identical(standings[keeper].picture, standings[place].picture))
            }
            for index in edgesOf[keeper] where edges[index].verdict.relation.isDuplicate {
                let edge = edges[index]
                let other = edge.a == keeper ? edge.b : edge.a
                if isTaken[other] || standings[other].picture.isReference { continue }
                if edge.losesFrames(dropping: other, of: { standings[$0].picture }) { continue }
                isTaken[other] = true
                // The same bytes have the same verdict.
                copies += ([other] + classes.copies(of: other)).map { ($0, edge.verdict) }
            }
            copies.removeAll { standings[$0.place].picture.isReference }
            for copy in copies { keeperOf[copy.place] = keeper }
            copies.sort { ticket($0.place) < ticket($1.place) }
            if !copies.isEmpty { found.append((keeper, copies)) }
        }
        stars = found.sorted { ticket($0.keeper) < ticket($1.keeper) }
    }

    /// The groups, by their keepers' tickets.
    func groups(kinships: [Kinship]) -> [DuplicateGroup] {
        var kin = [[Kinship]](repeating: [], count: standings.count)
        for kinship in kinships {
            kin[kinship.a].append(kinship)
            kin[kinship.b].append(kinship)
        }
        return stars.map { star in group(star.keeper, star.copies, kin: kin[star.keeper]) }
    }

    private func group(_ keeper: Int, _ copies: [Copy], kin: [Kinship]) -> DuplicateGroup {
        let kept = standings[keeper]
        let members = copies.map { copy in
            DuplicateGroup.Member(
                index: copy.place, verdict: copy.verdict,
                reason: standings[copy.place].shortcoming(against: kept, rules: rules))
        }
        let alternates = kin.map { kinship in
            DuplicateGroup.Member(
                index: kinship.a == keeper ? kinship.b : kinship.a, verdict: kinship.verdict,
                reason: kinship.verdict.words)
        }.sorted { ticket($0.index) < ticket($1.index) }
        let rest = copies.map { standings[$0.place] }
        // The next best of other bytes, if there is one: what sets equal files apart says nothing of the picture.
        let others = rest.filter { $0.picture.digest != kept.picture.digest }
        let second = (others.isEmpty ? rest : others).min { $0.precedes($1, rules: rules) } ?? kept
        let relations = Set(copies.map(\.verdict.relation))
        return DuplicateGroup(
            id: ([kept] + rest).map(\.picture.digest).min() ?? kept.picture.digest, keeper: keeper,
            reason: kept.advantage(over: second, rules: rules), members: members, alternates: alternates,
            guarantee: DuplicateGroup.Guarantee(
                largestDistance: copies.map(\.verdict.distance).max() ?? 0,
                relations: Relation.allCases.filter { relations.contains($0) }))
    }

    /// Pairs of kept pictures that are related; a pair of dropped ones where their keepers were no candidates.
    var kinships: [Kinship] {
        let known = Set(edges.map { pair($0.a, $0.b) })
        return edges.compactMap { edge in
            let lifted = pair(keeperOf[edge.a], keeperOf[edge.b])
            let isKept = keeperOf[edge.a] == edge.a && keeperOf[edge.b] == edge.b
            guard isKept || !edge.verdict.relation.isDuplicate, isKept || !known.contains(lifted),
                lifted[0] != lifted[1]
            else { return nil }
            let inOrder = pair(edge.a, edge.b)
            return Kinship(a: inOrder[0], b: inOrder[1], verdict: edge.verdict)
        }.sorted { (ticket($0.a), ticket($0.b)) < (ticket($1.a), ticket($1.b)) }
    }

    private func ticket(_ place: Int) -> Int { standings[place].picture.ticket }

    /// Two places, that of the smaller ticket first.
    private func pair(_ one: Int, _ other: Int) -> SIMD2<Int> {
        ticket(one) <= ticket(other) ? SIMD2(one, other) : SIMD2(other, one)
    }
}
