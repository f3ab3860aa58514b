/// Pairs that wait to be judged together, on all cores.
struct VerdictLot {
    private struct Waiting: Sendable {
        let places: SIMD2<Int>
        /// Whether only a like look speaks for the pair, and the cells have to agree.
        let isFlat: Bool
    }

    private let options: MatchOptions
    private var waiting: [Waiting] = []
    /// Where the pictures stand of pairs for which nobody could say whether all pixels are equal.
    private(set) var undecided: Set<Int> = []
    /// Enough for reading what they are judged by to be worth dividing; all of that is in memory at once.
    private let room = 128 * Cores.count

    /// - Parameter options: Whose reach is resolved.
    init(_ options: MatchOptions) { self.options = options }

    /// Whether it is time to judge.
    var isFull: Bool { waiting.count >= room }

    /// Adds the pictures at two places.
    mutating func add(_ a: Int, _ b: Int, isFlat: Bool = false) {
        waiting.append(Waiting(places: SIMD2(a, b), isFlat: isFlat))
    }

    /// Judges what waits: the related pairs, in the order in which they were added.
    ///
    /// - Parameter gallery: Where the pictures are taken from, each once.
    mutating func judge<Failure: Error>(
        from gallery: inout Gallery, pixels: PairJudge<Failure>.Pixels?, details: PairJudge<Failure>.Details
    ) throws(Failure) -> [Edge] {
        let (lot, options) = (waiting, options)
        waiting.removeAll(keepingCapacity: true)
        var numbers: [Int: Int] = [:]
        var places: [Int] = []
        let pairs = lot.map { pair in
            let ends = [pair.places[0], pair.places[1]].map { place in
                if let number = numbers[place] { return number }
                places.append(place)
                numbers[place] = places.count - 1
                return places.count - 1
            }
            return SIMD2(ends[0], ends[1])
        }
        let prepared = try gallery.pictures(at: places, details)
        let verdicts = Cores.results(of: lot.count) { index -> PairVerdict? in
            let (one, other) = (prepared[pairs[index][0]], prepared[pairs[index][1]])
            if lot[index].isFlat && !FlatComparison.agree(one.picture, other.picture) { return nil }
            let verdict = PairVerdict.compare(one, other, animations: options.animations, reach: options.reach)
            return verdict.relation == .unrelated ? nil : verdict
        }
        var edges: [Edge] = []
        for (index, verdict) in verdicts.enumerated() {
            guard var verdict else { continue }
            let (one, other) = (prepared[pairs[index][0]].picture, prepared[pairs[index][1]].picture)
            if let pixels, verdict.asksForPixels(one, other) {
                switch try pixels(one.facts, other.facts) {
                case true?: verdict = verdict.withSamePixels(one, other)
                case false?: break
                case nil: undecided.formUnion([lot[index].places[0], lot[index].places[1]])
                }
            }
            edges.append(Edge(lot[index].places[0], lot[index].places[1], verdict))
        }
        return edges
    }
}
