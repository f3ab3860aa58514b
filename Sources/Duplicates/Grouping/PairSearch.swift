/// Finds all related pairs among pictures, by everything that they may be found by.
struct PairSearch {
    let pictures: [PictureFacts]
    /// Where in `pictures` those stand that take part, ascending; no two have the same content.
    let places: [Int]
    /// What counts as related, with a resolved reach.
    let options: MatchOptions
    /// Those of which no two are looked at together, because all is known of them.
    private(set) var old = OldPictures.none

    init(_ pictures: [PictureFacts], among places: [Int], options: MatchOptions) {
        self.pictures = pictures
        self.places = places
        self.options = options
    }

    /// All related pairs, in no stated order; what `memory` knows is not looked for, and what is known then is left there.
    mutating func edges<Failure: Error>(
        by judge: inout PairJudge<Failure>, memory: PairMemory<Failure>?
    ) throws(Failure) -> [Edge] {
        guard let memory else { return try newEdges(by: &judge) }
        let key = options.pairKey
        var contents = ContentOrder(pictures, among: places)
        var recalled = recalled(from: memory, key, contents)
        old = recalled.old
        judge.know(recalled.giveUpDetails())
        var edges = recalled.giveUpEdges()
        edges += try newEdges(by: &judge)
        let undecided = judge.undecided
        // Where nobody could say whether pixels are equal, the next one is to ask again.
        if !undecided.isEmpty {
            contents = ContentOrder(pictures, among: places.filter { !undecided.contains($0) })
        }
        if !recalled.isComplete || !undecided.isEmpty {
            let record = PairRecord(contents, edges: edges, pictures: pictures, details: judge.knownDetails)
            try memory.keep(record, key)
        }
        return edges
    }

    private func recalled<Failure: Error>(
        from memory: PairMemory<Failure>, _ key: String, _ contents: ContentOrder
    ) -> RecalledPairs {
        guard let bytes = memory.recall(key) else { return .none }
        do throws(PairRecordError) {
            return try RecalledPairs(bytes, of: contents, in: pictures)
        } catch {
            // Whatever is wrong with it, all can be found again.
            return .none
        }
    }

    /// The related pairs of which not both are old.
    private func newEdges<Failure: Error>(by judge: inout PairJudge<Failure>) throws(Failure) -> [Edge] {
        var edges: [Edge] = []
        try Candidates.visit(pictures, among: places, except: old, within: options.maximumDistance) {
            (pair) throws(Failure) in edges += try judge.take(pair)
        }
        let parts = try PartCandidates.pairs(pictures, among: places, except: old, options: options) {
            (place) throws(Failure) in try judge.picture(at: place)
        }
        edges += try judge.edges(of: parts.map { Candidates.Pair(a: $0.a, b: $0.b) })
        try addFrames(to: &edges, by: &judge)
        try addTurned(to: &edges, by: &judge)
        return edges
    }
}
