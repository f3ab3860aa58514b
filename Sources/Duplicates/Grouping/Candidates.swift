internal import Descriptors
internal import Fingerprints

/// Which pairs of pictures are worth a comparison; none within the radius is missed.
enum Candidates {
    struct Pair {
        let a: Int
        let b: Int
        /// Whether only a like look speaks for it, and the cells have to agree before it is worth a comparison.
        var isFlat = false
    }

    /// Hands over pairs of `places` in `pictures`: those within `radius` bits of which one at least has enough detail for its
    /// fingerprint to mean something, and flat ones of nearly the same look. They are never all in memory.
    static func visit<Failure: Error>(
        _ pictures: [PictureFacts], among places: [Int], within radius: Int, _ body: (Pair) throws(Failure) -> Void
    ) throws(Failure) {
        try visitFlat(pictures, among: places.filter { pictures[$0].fingerprint.isFlat }, body)
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
                for b in node.busy[(offset + 1)...] { try body(Pair(a: a, b: b)) }
                for b in node.flat { try body(Pair(a: a, b: b)) }
            }
        }
        for pair in index.distinctPairs(within: radius) {
            let (one, other) = (nodes[pair.a], nodes[pair.b])
            for a in one.busy {
                for b in other.busy { try body(Pair(a: a, b: b)) }
                for b in other.flat { try body(Pair(a: a, b: b)) }
            }
            for a in one.flat { for b in other.busy { try body(Pair(a: a, b: b)) } }
        }
    }

    /// Flat pictures by their looks: rounding alone turns many bits of their fingerprints, but hardly their means.
    private static func visitFlat<Failure: Error>(
        _ pictures: [PictureFacts], among places: [Int], _ body: (Pair) throws(Failure) -> Void
    ) throws(Failure) {
        let sorted = places.map { (place: $0, look: pictures[$0].look) }
            .sorted { ($0.look.brightness, $0.place) < ($1.look.brightness, $1.place) }
        for (index, one) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                guard other.look.brightness - one.look.brightness <= CoarseLook.brightnessReach else { break }
                guard one.look.mayAgree(with: other.look) else { continue }
                try body(Pair(a: one.place, b: other.place, isFlat: true))
            }
        }
    }
}
