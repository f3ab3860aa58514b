internal import Fingerprints
internal import Rasters

/// Which pairs of pictures are worth a comparison after one of the two was turned; none within the radius is missed.
enum TurnedCandidates {
    /// Pairs of `places` in `pictures`, and what may be done to the second for it to come within the radius of the first; in
    /// the order of places. Flat pictures are left out, and pairs of two that are `old`.
    static func pairs(
        _ pictures: [PictureFacts], among places: [Int], except old: OldPictures, options: MatchOptions
    ) -> [(pair: PicturePair, turns: [Orientation])] {
        if options.orientations == .none { return [] }
        let places = places.filter { !pictures[$0].fingerprint.isFlat }
        let isWide = options.reach.resolved(for: places.count) == .parts
        let radius = isWide ? max(options.maximumDistance, CropWindows.radius) : options.maximumDistance
        let index = HammingIndex(places.map { pictures[$0].fingerprint.words })
        let nodes = (0..<index.folded.count).map { node in index.folded.members(of: node).map { places[Int($0)] } }
        var turns: [PicturePair: Set<Orientation>] = [:]
        // Turning is exact on fingerprints: what is found with one quarter from there is found with the other from here, if both
        // are turned.
        let fresh = old.freshNodes(of: index.folded.owners) { places[$0] }
        let asking = fresh ?? Array(nodes.indices)
        for turn in options.orientations.turns where fresh != nil || turn != .rotatedLeft {
            let turned = asking.map { Fingerprint(words: index.folded.codes[$0], quality: 100).oriented(turn).words }
            for (first, second) in index.pairs(with: turned, within: radius) {
                for a in nodes[first] {
                    for b in nodes[asking[second]] where a != b && !old.contains(a, b) {
                        // `turn` of b lies on a; seen from the other side, its inverse of a lies on b.
                        turns[PicturePair(a, b), default: []].insert(a < b ? turn : turn.inverse)
                    }
                }
            }
        }
        return turns.map { ($0.key, $0.value.sorted { $0.rawValue < $1.rawValue }) }
            .sorted { ($0.pair.a, $0.pair.b) < ($1.pair.a, $1.pair.b) }
    }
}
