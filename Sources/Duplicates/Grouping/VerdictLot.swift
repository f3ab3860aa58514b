/// Pairs that wait to be judged together, on all cores.
struct VerdictLot {
    private struct Waiting: Sendable {
        let places: SIMD2<Int>
        let one: PreparedPicture
        let other: PreparedPicture
        /// Whether only a like look speaks for the pair, and the cells have to agree.
        let isFlat: Bool
    }

    private let options: MatchOptions
    private let reach: MatchOptions.Reach
    private var waiting: [Waiting] = []
    private let room = 32 * Cores.count

    /// - Parameter reach: How much of the one has to be in the other, resolved.
    init(_ options: MatchOptions, reach: MatchOptions.Reach) {
        self.options = options
        self.reach = reach
    }

    /// Whether it is time to judge: each pair holds two descriptors.
    var isFull: Bool { waiting.count >= room }

    /// Adds the pictures at two places.
    mutating func add(_ a: Int, _ b: Int, _ one: PreparedPicture, _ other: PreparedPicture, isFlat: Bool = false) {
        waiting.append(Waiting(places: SIMD2(a, b), one: one, other: other, isFlat: isFlat))
    }

    /// Judges what waits: the related pairs, in the order in which they were added.
    mutating func judge<Failure: Error>(
        pixels: ((PictureFacts, PictureFacts) throws(Failure) -> Bool)?
    ) throws(Failure) -> [Edge] {
        let (lot, options, reach) = (waiting, options, reach)
        waiting.removeAll(keepingCapacity: true)
        let verdicts = Cores.results(of: lot.count) { index -> PairVerdict? in
            let pair = lot[index]
            if pair.isFlat && !FlatComparison.agree(pair.one.picture, pair.other.picture) { return nil }
            let verdict = PairVerdict.compare(
                pair.one, pair.other, animations: options.animations, reach: reach)
            return verdict.relation == .unrelated ? nil : verdict
        }
        var edges: [Edge] = []
        for (pair, verdict) in zip(lot, verdicts) {
            guard var verdict else { continue }
            let (one, other) = (pair.one.picture, pair.other.picture)
            if let pixels, verdict.asksForPixels(one, other), try pixels(one.facts, other.facts) {
                verdict = verdict.withSamePixels(one, other)
            }
            edges.append(Edge(pair.places[0], pair.places[1], verdict))
        }
        return edges
    }
}
