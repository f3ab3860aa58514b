internal import Descriptors
internal import Fingerprints

/// Which pairs of pictures are worth a comparison beyond those whose whole fingerprints are close: negatives, pictures
/// inside borders, crops, and pictures of which a part is covered.
///
/// Every search is exact: no two keys within its radius are missed.
struct PartCandidates {
    private let pictures: [PictureFacts]
    private let places: [Int]
    private let old: OldPictures
    private let radius: Int
    private var found: Set<PicturePair> = []

    /// Pairs of `places` in `pictures`, in the order of places; those that whole fingerprints find are left out, and those of
    /// two that are `old`.
    ///
    /// - Parameter picture: asked once for each picture, in the order of places, where parts are looked for.
    static func pairs<Failure: Error>(
        _ pictures: [PictureFacts], among places: [Int], except old: OldPictures, options: MatchOptions,
        picture: (Int) throws(Failure) -> PreparedPicture
    ) throws(Failure) -> [PicturePair] {
        var search = PartCandidates(
            pictures: pictures, places: places, old: old, radius: options.maximumDistance)
        let reach = options.reach.resolved(for: places.count)
        search.findNegatives()
        if reach != .whole {
            search.findBordered(within: reach == .parts ? CropWindows.radius : Limits.borderRadius)
        }
        if reach == .parts { try search.findParts(picture) }
        return search.found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private mutating func add(_ one: Int, _ other: Int) {
        if one == other || old.contains(one, other) { return }
        let (first, second) = (pictures[one].fingerprint, pictures[other].fingerprint)
        let isKnown = first.distance(to: second) <= radius && !(first.isFlat && second.isFlat)
        if !isKnown { found.insert(PicturePair(one, other)) }
    }

    private mutating func findNegatives() {
        let busy = places.filter { !pictures[$0].fingerprint.isFlat }
        let index = HammingIndex(busy.map { pictures[$0].fingerprint.words })
        let fresh = old.freshNodes(of: index.folded.owners) { busy[$0] }
        for (node, other) in index.negatives(within: Limits.negativeAgreement, touching: fresh) {
            for one in index.folded.members(of: node) {
                for two in index.folded.members(of: other) { add(busy[Int(one)], busy[Int(two)]) }
            }
        }
    }

    private mutating func findBordered(within radius: Int) {
        var owners: [Int] = []
        var codes: [SIMD4<UInt64>] = []
        owners.reserveCapacity(places.count)
        codes.reserveCapacity(places.count)
        for place in places {
            let keys = pictures[place].places
            if let whole = keys.whole {
                owners.append(place)
                codes.append(whole)
            }
            for key in keys.trimmed {
                owners.append(place)
                codes.append(key.code)
            }
        }
        addPairs(consume codes, owners, within: radius)
    }

    private mutating func findParts<Failure: Error>(
        _ picture: (Int) throws(Failure) -> PreparedPicture
    ) throws(Failure) {
        var codes = [[SIMD4<UInt64>]](repeating: [], count: CropWindows.all.count + CoverWindows.all.count)
        var owners = [[Int]](repeating: [], count: codes.count)
        for place in places where pictures[place].places.whole != nil {
            let prepared = try picture(place)
            let covers = CoverWindows.codes(of: prepared.picture.descriptor)
            for (part, code) in (prepared.crops + covers).enumerated() {
                guard let code else { continue }
                codes[part].append(code)
                owners[part].append(place)
            }
        }
        // Parts of all in new pictures, and parts of new ones in old pictures.
        for isOld in old.isEmpty ? [false] : [false, true] {
            let wholes = places.filter { pictures[$0].places.whole != nil && old.contains($0) == isOld }
            let index = HammingIndex(wholes.map { pictures[$0].places.whole ?? .zero })
            for part in CropWindows.all.indices {
                let asking = owners[part].indices.filter { !isOld || !old.contains(owners[part][$0]) }
                for (node, other) in index.pairs(with: asking.map { codes[part][$0] }, within: CropWindows.radius) {
                    for member in index.folded.members(of: node) {
                        add(wholes[Int(member)], owners[part][asking[other]])
                    }
                }
            }
        }
        for part in codes.indices.dropFirst(CropWindows.all.count) {
            addPairs(codes[part], owners[part], within: CropWindows.radius)
        }
    }

    /// All pairs of different owners whose codes are within `radius` bits.
    private mutating func addPairs(_ codes: consuming [SIMD4<UInt64>], _ owners: [Int], within radius: Int) {
        let index = HammingIndex(consume codes)
        let folded = index.folded.owners
        let fresh = old.freshNodes(of: folded) { owners[$0] }
        for node in 0..<folded.count where folded.memberCount(of: node) > 1 {
            let lot = folded.members(of: node).map { owners[Int($0)] }
            for (offset, one) in lot.enumerated() { for other in lot[(offset + 1)...] { add(one, other) } }
        }
        (consume index).joinDistinctPairs(within: radius, touching: fresh) { pairs in
            for pair in pairs {
                for one in folded.members(of: pair.a) {
                    for other in folded.members(of: pair.b) { add(owners[Int(one)], owners[Int(other)]) }
                }
            }
        }
    }
}
