internal import Fingerprints

/// Which pairs with an animation in them are worth a comparison because of any of its frames.
enum FrameCandidates {
    /// The pairs of `places` in `pictures` of which one has a key within `radius` bits of a key of the other, each once, in order;
    /// at least one of them is an animation. No pair of keys within the radius is missed.
    static func pairs(_ pictures: [PictureFacts], among places: [Int], within radius: Int) -> [PicturePair] {
        let owners = places.flatMap { place in pictures[place].frameKeys.frames.map { _ in place } }
        if owners.isEmpty { return [] }
        let index = HammingIndex(places.flatMap { pictures[$0].frameKeys.frames.map(\.words) })
        // Frames of one owner may be equal: it is named once.
        let nodes = (0..<index.folded.count).map { node in
            var members = index.folded.members(of: node).map { owners[Int($0)] }
            members.removeDuplicateNeighbors()
            return members
        }
        var found: Set<PicturePair> = []
        for node in nodes {
            for (offset, a) in node.enumerated() { for b in node[(offset + 1)...] { found.insert(PicturePair(a, b)) } }
        }
        for pair in index.distinctPairs(within: radius) {
            for a in nodes[pair.a] { for b in nodes[pair.b] where a != b { found.insert(PicturePair(a, b)) } }
        }
        let stills = places.filter { pictures[$0].frameKeys.frames.isEmpty }
        let askers = stills.flatMap { place in pictures[place].frameKeys.questions.map { _ in place } }
        let codes = stills.flatMap { pictures[$0].frameKeys.questions.map(\.words) }
        for (node, asker) in index.pairs(with: codes, within: radius) {
            for owner in nodes[node] { found.insert(PicturePair(owner, askers[asker])) }
        }
        return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
}

extension [Int] {
    /// Leaves one of equal elements that follow each other.
    fileprivate mutating func removeDuplicateNeighbors() {
        var kept: [Int] = []
        for element in self where kept.last != element { kept.append(element) }
        self = kept
    }
}
