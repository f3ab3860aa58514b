internal import Fingerprints

/// Which pairs with an animation in them are worth a comparison because of any of its frames.
struct FrameCandidates {
    private let pictures: [PictureFacts]
    private let places: [Int]
    private let old: OldPictures
    private let radius: Int
    private var found: Set<PicturePair> = []

    /// The pairs of `places` in `pictures` of which one has a key within `radius` bits of a key of the other, each once, in order;
    /// at least one of them is an animation, and not both are `old`. No pair of keys within the radius is missed.
    static func pairs(
        _ pictures: [PictureFacts], among places: [Int], except old: OldPictures, within radius: Int
    ) -> [PicturePair] {
        var search = FrameCandidates(pictures: pictures, places: places, old: old, radius: radius)
        search.find()
        return search.found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private mutating func find() {
        let owners = places.flatMap { place in pictures[place].frameKeys.frames.map { _ in place } }
        if owners.isEmpty { return }
        let index = HammingIndex(places.flatMap { pictures[$0].frameKeys.frames.map(\.words) })
        let fresh = old.freshNodes(of: index.folded.owners) { owners[$0] }
        // Frames of one owner may be equal: it is named once.
        let nodes = (0..<index.folded.count).map { node in
            var members = index.folded.members(of: node).map { owners[Int($0)] }
            members.removeDuplicateNeighbors()
            return members
        }
        for node in nodes {
            for (offset, a) in node.enumerated() { for b in node[(offset + 1)...] { add(a, b) } }
        }
        // New stills among all frames, old ones among those that new animations have.
        let stills = places.filter { pictures[$0].frameKeys.frames.isEmpty }
        let old = old
        find(stills.filter { !old.contains($0) }, among: index.folded.codes, of: nodes)
        if let fresh {
            let codes = fresh.map { index.folded.codes[$0] }
            find(stills.filter { old.contains($0) }, among: codes, of: fresh.map { nodes[$0] })
        }
        (consume index).joinDistinctPairs(within: radius, touching: fresh) { pairs in
            for pair in pairs { for a in nodes[pair.a] { for b in nodes[pair.b] { add(a, b) } } }
        }
    }

    /// Finds `stills` among frames of these distinct codes, each of which the animations at its place in `nodes` have.
    private mutating func find(_ stills: [Int], among codes: [SIMD4<UInt64>], of nodes: [[Int]]) {
        let askers = stills.flatMap { place in pictures[place].frameKeys.questions.map { _ in place } }
        let questions = stills.flatMap { pictures[$0].frameKeys.questions.map(\.words) }
        for (node, asker) in HammingIndex(distinct: codes).pairs(with: questions, within: radius) {
            for owner in nodes[node] { add(owner, askers[asker]) }
        }
    }

    private mutating func add(_ one: Int, _ other: Int) {
        if one != other, !old.contains(one, other) { found.insert(PicturePair(one, other)) }
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
