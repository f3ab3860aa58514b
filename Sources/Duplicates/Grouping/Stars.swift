/// Gathers verified copies round their keepers.
struct Stars {
    private struct Copy {
        let place: Int
        let verdict: PairVerdict
        /// What it hangs on, if that is not the keeper.
        var via: Int?
    }

    private let standings: Standings
    private let classes: IdenticalFiles
    private let rules: [KeepRule]
    private let cluster: MatchOptions.Cluster
    private let decisions: Decisions
    private let edges: [Edge]
    private let links: Links
    /// For each place whose copy it is; itself for what is kept.
    private(set) var keeperOf: [Int]
    private var stars: [(keeper: Int, copies: [Copy])] = []
    private var isTaken: [Bool]

    init(
        _ standings: Standings, classes: IdenticalFiles, edges: [Edge], options: MatchOptions,
        decisions: Decisions = Decisions()
    ) {
        self.standings = standings
        self.classes = classes
        self.edges = edges
        rules = options.keep
        cluster = options.cluster
        self.decisions = decisions
        isTaken = [Bool](repeating: false, count: standings.count)
        keeperOf = Array(0..<standings.count)
        links = Links(edges, count: standings.count)
        gather()
    }

    /// Takes the pictures from the best to the worst; each that nobody has yet keeps all copies of its own that are free.
    private mutating func gather() {
        var found: [(keeper: Int, copies: [Copy])] = []
        // What has neither an edge nor an equal file can keep nothing, whatever its rank; and the rank matters only among
        // those that edges join, so that nobody is compared with all.
        let ranked = links.components(of: edges, among: classes.representatives) { place in
            !links[place].isEmpty || !classes.copies(of: place).isEmpty
        }.flatMap { $0.sorted { precedes($0, $1) } }
        for keeper in ranked where !isTaken[keeper] {
            isTaken[keeper] = true
            var copies = classes.copies(of: keeper).map { place in
                Copy(
                    place: place, verdict: PairVerdict.identical(standings[keeper].picture, standings[place].picture))
            }
            for copy in members(of: keeper) {
                // The same bytes have the same verdict.
                copies += ([copy.place] + classes.copies(of: copy.place)).map {
                    Copy(place: $0, verdict: copy.verdict, via: copy.via)
                }
            }
            copies.removeAll { standings[$0.place].picture.isReference }
            for copy in copies { keeperOf[copy.place] = keeper }
            copies.sort { ticket($0.place) < ticket($1.place) }
            if !copies.isEmpty { found.append((keeper, copies)) }
        }
        stars = found.sorted { ticket($0.keeper) < ticket($1.keeper) }
    }

    /// What somebody decided to keep comes before all else; the rest goes by the policy.
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (standings[one], standings[other])
        if !decisions.isEmpty {
            let isFirstKept = isKept(first.picture)
            if isFirstKept != isKept(second.picture) { return isFirstKept }
        }
        return first.precedes(second, rules: rules)
    }

    /// The free copies of `keeper`, which are taken with that.
    private mutating func members(of keeper: Int) -> [Copy] {
        var group = [keeper]
        var copies: [Copy] = []
        var next = 0
        while next < group.count {
            let center = group[next]
            next += 1
            for number in links[center] where edges[Int(number)].verdict.relation.isDuplicate {
                let edge = edges[Int(number)]
                let other = edge.a == center ? edge.b : edge.a
                let picture = standings[other].picture
                if isTaken[other] || picture.isReference || isKept(picture) { continue }
                if edge.losesFrames(dropping: other, of: { standings[$0].picture }) { continue }
                if group.contains(where: { isSeparated($0, other) }) { continue }
                if cluster == .complete, !group.allSatisfy({ copyEdge($0, other) != nil }) { continue }
                if cluster == .component, center != keeper, !isSupported(edge) { continue }
                isTaken[other] = true
                group.append(other)
                copies.append(Copy(place: other, verdict: edge.verdict, via: center == keeper ? nil : center))
            }
            if cluster != .component { break }
        }
        return copies
    }

    /// Whether somebody decided to keep it. Digests are spelled only where there are decisions.
    private func isKept(_ picture: PictureFacts) -> Bool {
        !decisions.isEmpty && decisions.keeps(picture.digest)
    }

    private func isSeparated(_ one: Int, _ other: Int) -> Bool {
        !decisions.isEmpty && decisions.separates(standings[one].picture.digest, standings[other].picture.digest)
    }

    private func copyEdge(_ one: Int, _ other: Int) -> Edge? {
        links[one].lazy.map { edges[Int($0)] }
            .first { ($0.a == other || $0.b == other) && $0.verdict.relation.isDuplicate }
    }

    /// Whether a link is strong, or a third picture is a copy of both.
    private func isSupported(_ edge: Edge) -> Bool {
        if edge.verdict.evidence.correlation >= Limits.strongPermille { return true }
        return links[edge.a].contains { number in
            let third = edges[Int(number)]
            let other = third.a == edge.a ? third.b : third.a
            return other != edge.b && third.verdict.relation.isDuplicate && copyEdge(other, edge.b) != nil
        }
    }

    /// The groups, by their keepers' tickets.
    func groups(kinships: [Kinship]) -> [DuplicateGroup] {
        var kin: [Int: [Kinship]] = [:]
        for kinship in kinships {
            kin[kinship.a, default: []].append(kinship)
            kin[kinship.b, default: []].append(kinship)
        }
        return stars.map { star in group(star.keeper, star.copies, kin: kin[star.keeper] ?? []) }
    }

    private func group(_ keeper: Int, _ copies: [Copy], kin: [Kinship]) -> DuplicateGroup {
        let kept = standings[keeper]
        let members = copies.map { copy in
            DuplicateGroup.Member(
                index: copy.place, verdict: copy.verdict,
                reason: standings[copy.place].shortcoming(against: kept, rules: rules), via: copy.via,
                box: box(copy.verdict, in: copy.via ?? keeper, against: copy.place))
        }
        let alternates = kin.map { kinship in
            let other = kinship.a == keeper ? kinship.b : kinship.a
            return DuplicateGroup.Member(
                index: other, verdict: kinship.verdict, reason: kinship.verdict.words, via: nil,
                box: box(kinship.verdict, in: keeper, against: other))
        }.sorted { ticket($0.index) < ticket($1.index) }
        let rest = copies.map { standings[$0.place] }
        // The next best of other bytes, if there is one: what sets equal files apart says nothing of the picture.
        let others = rest.filter { $0.picture.digest != kept.picture.digest }
        let second = (others.isEmpty ? rest : others).min { $0.precedes($1, rules: rules) } ?? kept
        let relations = Set(copies.map(\.verdict.relation))
        return DuplicateGroup(
            id: ([kept] + rest).map(\.picture.contentKey).min()?.text ?? kept.picture.digest, keeper: keeper,
            reason: isKept(kept.picture) ? "decided" : kept.advantage(over: second, rules: rules),
            members: members, alternates: alternates,
            isDecided: !decisions.isEmpty
                && decisions.covers(keeper: kept.picture.digest, members: rest.map(\.picture.digest)),
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

    private func box(_ verdict: PairVerdict, in center: Int, against other: Int) -> PermilleBox? {
        verdict.evidence.box == nil
            ? nil
            : verdict.evidence.box(in: standings[center].picture.digest, against: standings[other].picture.digest)
    }

    private func ticket(_ place: Int) -> Int { standings[place].picture.ticket }

    /// Two places, that of the smaller ticket first.
    private func pair(_ one: Int, _ other: Int) -> SIMD2<Int> {
        ticket(one) <= ticket(other) ? SIMD2(one, other) : SIMD2(other, one)
    }
}
