extension Deduplication {
    /// Adds what is related by its frames and was not found by first frames.
    static func addFrames<Failure: Error>(
        to edges: inout [Edge], _ pictures: [PictureFacts], among places: [Int], options: MatchOptions,
        picture: (Int) throws(Failure) -> PreparedPicture
    ) throws(Failure) {
        guard options.animations == .frames else { return }
        let known = Set(edges.map { PicturePair($0.a, $0.b) })
        for pair in FrameCandidates.pairs(pictures, among: places, within: options.maximumDistance)
        where !known.contains(pair) {
            let verdict = PairVerdict.compare(try picture(pair.a), try picture(pair.b), animations: options.animations)
            if verdict.relation != .unrelated { edges.append(Edge(pair.a, pair.b, verdict)) }
        }
    }
}
