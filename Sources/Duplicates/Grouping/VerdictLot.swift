/// Pairs that wait to be judged together, on all cores.
struct VerdictLot {
    private struct Waiting: Sendable {
        let places: SIMD2<Int>
        /// Whether only a like look speaks for the pair, and the cells have to agree.
        let isFlat: Bool
    }

    private let options: MatchOptions
    private let reach: MatchOptions.Reach
    private var waiting: [Waiting] = []
    /// Enough for reading what they are judged by to be worth dividing; all of that is in memory at once.
    private let room = 128 * Cores.count

    /// - Parameter reach: How much of the one has to be in the other, resolved.
    init(_ options: MatchOptions, reach: MatchOptions.Reach) {
        self.options = options
        self.reach = reach
    }

    /// Whether it is time to judge.
    var isFull: Bool { waiting.count >= room }

    /// Adds the pictures at two places.
    mutating func add(_ a: Int, _ b: Int, isFlat: Bool = false) {
        waiting.append(Waiting(places: SIMD2(a, b), isFlat: isFlat))
    }

    /// Judges what waits: the related pairs, in the order in which they were added.
    ///
    /// - Parameter pictures: Gives the pictures at these places, each of which is named once.
    mutating func judge<Failure: Error>(
        pixels: ((PictureFacts, PictureFacts) throws(Failure) -> Bool)?,
        pictures: ([Int]) throws(Failure) -> [PreparedPicture]
    ) throws(Failure) -> [Edge] {
        let (lot, options, reach) = (waiting, options, reach)
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
        let prepared = try pictures(places)
        let verdicts = Cores.results(of: lot.count) { index -> PairVerdict? in
            let (one, other) = (prepared[pairs[index][0]], prepared[pairs[index][1]])
            if lot[index].isFlat && !FlatComparison.agree(one.picture, other.picture) { return nil }
            let verdict = PairVerdict.compare(one, other, animations: options.animations, reach: reach)
            return verdict.relation == .unrelated ? nil : verdict
        }
        var edges: [Edge] = []
        for (index, verdict) in verdicts.enumerated() {
            guard var verdict else { continue }
            let (one, other) = (prepared[pairs[index][0]].picture, prepared[pairs[index][1]].picture)
            if let pixels, verdict.asksForPixels(one, other), try pixels(one.facts, other.facts) {
                verdict = verdict.withSamePixels(one, other)
            }
            edges.append(Edge(lot[index].places[0], lot[index].places[1], verdict))
        }
        return edges
    }
}
