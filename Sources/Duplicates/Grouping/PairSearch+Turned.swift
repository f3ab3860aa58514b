internal import Rasters

extension PairSearch {
    /// Adds what is related after one of the two was turned, where that says more than the two as they are.
    func addTurned<Failure: Error>(to edges: inout [Edge], by judge: inout PairJudge<Failure>) throws(Failure) {
        let candidates = TurnedCandidates.pairs(pictures, among: places, except: old, options: options)
        if candidates.isEmpty { return }
        var upright: [PicturePair: Int] = [:]
        for (index, edge) in edges.enumerated() { upright[PicturePair(edge.a, edge.b)] = index }
        for (pair, turns) in candidates {
            let known = upright[pair].map { edges[$0].verdict }
            if let known, !known.mayBeTurned { continue }
            let one = try judge.picture(at: pair.a)
            let other = try judge.picture(at: pair.b)
            let framed =
                options.animations == .frames
                ? PairVerdict.byFrames(one, other, turns: options.orientations.turns) : nil
            guard
                let verdict = framed
                    ?? PairVerdict.best(
                        one.picture, other.picture, by: turns, animations: options.animations),
                verdict.relation != .unrelated
            else { continue }
            let edge = Edge(pair.a, pair.b, verdict)
            if let known, let index = upright[pair] {
                if verdict.isStronger(than: known) { edges[index] = edge }
            } else {
                edges.append(edge)
            }
        }
    }

    /// What is related after one of the two was turned, of `pairs` of which nothing was found as they are.
    func turnedEdges<Failure: Error>(
        of pairs: [Candidates.Pair], besides found: [Edge], by judge: inout PairJudge<Failure>
    ) throws(Failure) -> [Edge] {
        guard options.orientations != .none else { return [] }
        let known = Set(found.map { PicturePair($0.a, $0.b) })
        var edges: [Edge] = []
        for pair in pairs where !pair.isFlat && !known.contains(PicturePair(pair.a, pair.b)) {
            let (one, other) = (try judge.picture(at: pair.a).picture, try judge.picture(at: pair.b).picture)
            let turns = options.orientations.turns
            guard let verdict = PairVerdict.best(one, other, by: turns, animations: options.animations) else {
                continue
            }
            edges.append(Edge(pair.a, pair.b, verdict))
        }
        return edges
    }
}
