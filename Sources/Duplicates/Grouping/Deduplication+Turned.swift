internal import Rasters

extension Deduplication {
    /// Adds what is related after one of the two was turned, where that says more than the two as they are.
    static func addTurned<Failure: Error>(
        to edges: inout [Edge], _ pictures: [PictureFacts], among places: [Int], options: MatchOptions,
        picture: (Int) throws(Failure) -> PreparedPicture
    ) throws(Failure) {
        var upright: [PicturePair: Int] = [:]
        for (index, edge) in edges.enumerated() { upright[PicturePair(edge.a, edge.b)] = index }
        for (pair, turns) in TurnedCandidates.pairs(pictures, among: places, options: options) {
            let known = upright[pair].map { edges[$0].verdict }
            if let known, !known.mayBeTurned { continue }
            let one = try picture(pair.a)
            let other = try picture(pair.b)
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
    static func turned<Failure: Error>(
        _ pairs: [Candidates.Pair], besides found: [Edge], options: MatchOptions,
        picture: (Int) throws(Failure) -> PreparedPicture
    ) throws(Failure) -> [Edge] {
        guard options.orientations != .none else { return [] }
        let known = Set(found.map { PicturePair($0.a, $0.b) })
        var edges: [Edge] = []
        for pair in pairs where !pair.isFlat && !known.contains(PicturePair(pair.a, pair.b)) {
            let (one, other) = (try picture(pair.a).picture, try picture(pair.b).picture)
            let turns = options.orientations.turns
            guard let verdict = PairVerdict.best(one, other, by: turns, animations: options.animations) else {
                continue
            }
            edges.append(Edge(pair.a, pair.b, verdict))
        }
        return edges
    }
}
