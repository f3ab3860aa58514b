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
    /// fingerprint to mean something, and flat ones of nearly the same look; none of two that are `old`. They are never all in
    /// memory.
    static func visit<Failure: Error>(
        _ pictures: [PictureFacts], among places: [Int], except old: OldPictures, within radius: Int,
        _ body: (Pair) throws(Failure) -> Void
    ) throws(Failure) {
        func visit(_ a: Int, _ b: Int) throws(Failure) {
            if old.contains(a, b) || pictures[a].fingerprint.isFlat && pictures[b].fingerprint.isFlat { return }
            try body(Pair(a: a, b: b))
        }
        try visitFlat(pictures, among: places.filter { pictures[$0].fingerprint.isFlat }, except: old, body)
        let index = HammingIndex(places.map { pictures[$0].fingerprint.words })
        let folded = index.folded.owners
        let fresh = old.freshNodes(of: folded) { places[$0] }
        for node in 0..<folded.count where folded.memberCount(of: node) > 1 {
            let members = folded.members(of: node).map { places[Int($0)] }
            let busy = members.filter { !pictures[$0].fingerprint.isFlat }
            let flat = members.filter { pictures[$0].fingerprint.isFlat }
            for (offset, a) in busy.enumerated() {
                for b in busy[(offset + 1)...] { try visit(a, b) }
                for b in flat { try visit(a, b) }
            }
        }
        try (consume index).joinDistinctPairs(within: radius, touching: fresh) { (pairs) throws(Failure) in
            for pair in pairs {
                for one in folded.members(of: pair.a) {
                    for other in folded.members(of: pair.b) { try visit(places[Int(one)], places[Int(other)]) }
                }
            }
        }
    }

    /// Flat pictures by their looks: rounding alone turns many bits of their fingerprints, but hardly their means.
    private static func visitFlat<Failure: Error>(
        _ pictures: [PictureFacts], among places: [Int], except old: OldPictures,
        _ body: (Pair) throws(Failure) -> Void
    ) throws(Failure) {
        let sorted = places.compactMap { place in pictures[place].look.map { (place: place, look: $0) } }
            .sorted { ($0.look.brightness, $0.place) < ($1.look.brightness, $1.place) }
        for (index, one) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                guard other.look.brightness - one.look.brightness <= CoarseLook.brightnessReach else { break }
                if old.contains(one.place, other.place) || !one.look.mayAgree(with: other.look) { continue }
                try body(Pair(a: one.place, b: other.place, isFlat: true))
            }
        }
    }
}
