extension PairSearch {
    /// Adds what is related by its frames and was not found by first frames.
    func addFrames<Failure: Error>(to edges: inout [Edge], by judge: inout PairJudge<Failure>) throws(Failure) {
        guard options.animations == .frames else { return }
        let pairs = FrameCandidates.pairs(pictures, among: places, except: old, within: options.maximumDistance)
        if pairs.isEmpty { return }
        let known = Set(edges.map { PicturePair($0.a, $0.b) })
        for pair in pairs where !known.contains(pair) {
            let verdict = PairVerdict.compare(
                try judge.picture(at: pair.a), try judge.picture(at: pair.b), animations: options.animations)
            if verdict.relation != .unrelated { edges.append(Edge(pair.a, pair.b, verdict)) }
        }
    }
}
