internal import Descriptors
internal import Fingerprints

/// Which pairs of pictures are worth a comparison; none within the radius is missed.
enum Candidates {
    struct Pair {
        let a: Int
        let b: Int
        /// Whether only equal brightness speaks for it, and the cells have to agree before it is worth a comparison.
        var isFlat = false
    }

    /// Pairs of `places` in `pictures`: those within `radius` bits of which one at least has enough detail for its fingerprint
    /// to mean something, and flat ones of nearly the same brightness.
    static func pairs(_ pictures: [PictureFacts], among places: [Int], within radius: Int) -> [Pair] {
        var found = flatPairs(pictures, among: places.filter { pictures[$0].fingerprint.isFlat })
        let index = HammingIndex(places.map { pictures[$0].fingerprint.words })
        let nodes = (0..<index.folded.count).map { node in
            let members = index.folded.members(of: node).map { places[Int($0)] }
            return (
                busy: members.filter { !pictures[$0].fingerprint.isFlat },
                flat: members.filter { pictures[$0].fingerprint.isFlat }
            )
        }
        for node in nodes {
            for (offset, a) in node.busy.enumerated() {
                for b in node.busy.dropFirst(offset + 1) { found.append(Pair(a: a, b: b)) }
                for b in node.flat { found.append(Pair(a: a, b: b)) }
            }
        }
        for pair in index.distinctPairs(within: radius) {
            let (one, other) = (nodes[pair.a], nodes[pair.b])
            for a in one.busy { for b in other.busy + other.flat { found.append(Pair(a: a, b: b)) } }
            for a in one.flat { for b in other.busy { found.append(Pair(a: a, b: b)) } }
        }
        return found
    }

    /// Flat pictures by their brightness: rounding alone turns many bits of their fingerprints, but hardly their mean.
    private static func flatPairs(_ pictures: [PictureFacts], among places: [Int]) -> [Pair] {
        let levels = places.map { (place: $0, sum: pictures[$0].brightness) }
            .sorted { ($0.sum, $0.place) < ($1.sum, $1.place) }
        // A copy's 4 x 4 cells differ by at most `flatLuma`; so does the mean of all.
        let reach = Int(Limits.flatLuma) * 64 * 64
        var found: [Pair] = []
        for (index, one) in levels.enumerated() {
            for other in levels[(index + 1)...] {
                guard other.sum - one.sum <= reach else { break }
                found.append(Pair(a: one.place, b: other.place, isFlat: true))
            }
        }
        return found
    }
}
