public import Duplicates

/// A dataset held against the truth, pair by pair.
public struct Score: Sendable {
    /// Pictures that both know.
    public private(set) var pictures = 0
    /// Names of the truth that are not in the dataset, or not decoded there.
    public private(set) var missing: [PictureName] = []
    /// Names that more than one picture has.
    public private(set) var ambiguous: [PictureName] = []
    /// Pairs that are copies or were called so.
    public private(set) var copies = Rates()
    /// Pairs that were called copies, and of which nothing is known.
    public private(set) var unknown = 0
    /// By relation, in the order of relations; only those that occur.
    public private(set) var relations: [(relation: Relation, rates: Rates)] = []
    /// How often what is true in a row was called what in a column, in the order of the rows.
    public private(set) var confusion: [Confusion] = []
    /// Pairs that were called copies and are none.
    public private(set) var wrong: [JudgedPair] = []
    /// Copies that were called something else.
    public private(set) var missed: [JudgedPair] = []

    /// One number of the table of confusion.
    public struct Confusion: Sendable, Hashable {
        /// What is true: a relation, `copies`, `related` or `different`.
        public let truth: String
        /// What was said.
        public let called: String
        /// Of how many pairs.
        public let pairs: Int
    }

    /// Holds `claims` against `truth`.
    public init(_ claims: Claims, truth: Truth) {
        var truth = truth
        let index = PictureIndex(of: truth.names, among: claims.pictures)
        var numbers: [Int: Int] = [:]
        var places: [Int: Int] = [:]
        for (number, place) in index.places.enumerated() {
            switch place {
            case .found(let place):
                places[number] = place
                if let other = numbers[place] { truth.addCopies([other, number]) } else { numbers[place] = number }
            case .missing: missing.append(truth.names[number])
            case .ambiguous: ambiguous.append(truth.names[number])
            }
        }
        pictures = numbers.count
        var rates: [Relation: Rates] = [:]
        var cells: [[String]: Int] = [:]
        for pair in Self.pairs(claims, truth, numbers: numbers, places: places) {
            guard let one = places[pair.first], let other = places[pair.second], one != other else { continue }
            let judged = JudgedPair(
                first: truth.names[pair.first], second: truth.names[pair.second], answer: truth.answer(pair),
                claim: claims.claim(PicturePair(one, other)))
            count(judged, &rates)
            if judged.answer != .unknown { cells[[judged.answer.row, judged.called], default: 0] += 1 }
        }
        relations = Relation.allCases.compactMap { relation in rates[relation].map { (relation, $0) } }
        let rows = Relation.allCases.map(\.rawValue) + ["copies", "related", "different"]
        confusion = cells.map { Confusion(truth: $0.key[0], called: $0.key[1], pairs: $0.value) }
            .sorted { one, other in
                let (row, otherRow) = (rows.firstIndex(of: one.truth) ?? 0, rows.firstIndex(of: other.truth) ?? 0)
                return (row, one.called) < (otherRow, other.called)
            }
    }

    private mutating func count(_ pair: JudgedPair, _ rates: inout [Relation: Rates]) {
        if pair.isRight { copies.right += 1 }
        if pair.isWrong {
            copies.wrong += 1
            wrong.append(pair)
        }
        if pair.isMissed {
            copies.missed += 1
            missed.append(pair)
        }
        if pair.answer == .unknown {
            unknown += pair.claim.areGrouped ? 1 : 0
            return
        }
        if let called = pair.claim.relation {
            if pair.answer.isNamed(by: called) {
                rates[called, default: Rates()].right += 1
                return
            }
            rates[called, default: Rates()].wrong += 1
        }
        // In one group through others, or tolerated: the relation of the two themselves was not asked for.
        guard case .relations(let relations) = pair.answer, let best = relations.first, best != .unrelated,
            pair.claim.relation != nil || !pair.claim.areGrouped
        else { return }
        rates[best, default: Rates()].missed += 1
    }

    /// All pairs that say something, by the numbers of the truth: what is related in truth or in the dataset.
    private static func pairs(
        _ claims: Claims, _ truth: Truth, numbers: [Int: Int], places: [Int: Int]
    ) -> [PicturePair] {
        var pairs = Set(truth.statements.keys)
        func addAll(_ members: [Int]) {
            for (index, one) in members.enumerated() {
                for other in members[(index + 1)...] where one != other { pairs.insert(PicturePair(one, other)) }
            }
        }
        for list in truth.copyLists + truth.alternateSets { addAll(list.filter { places[$0] != nil }) }
        for group in claims.groups { addAll(group.compactMap { numbers[$0] }) }
        for pair in claims.relatedPairs {
            if let one = numbers[pair.first], let other = numbers[pair.second] { pairs.insert(PicturePair(one, other)) }
        }
        return pairs.sorted()
    }
}
