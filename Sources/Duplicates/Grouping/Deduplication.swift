internal import Descriptors
internal import Fingerprints

/// Groups of copies among many pictures, and who is related to whom beyond that.
///
/// Candidates come from exact digests and the fingerprint index, each candidate pair is verified, and groups are stars: the
/// best picture by the policy keeps all that were verified against it, then the best of the rest, and so on. No picture
/// belongs to a group because a neighbor does. Neither the order of the pictures nor anything but their content, names and
/// tickets decides.
public struct Deduplication: Sendable {
    /// The groups, by their keepers' tickets.
    public let groups: [DuplicateGroup]
    /// Pairs that are related but not copies, by their tickets.
    public let kinships: [Kinship]

    /// Groups `pictures`; their order does not matter, and no two have the same ticket.
    public init(of pictures: [Picture], options: MatchOptions = MatchOptions()) {
        var standings = pictures.map(Standing.init)
        let classes = IdenticalFiles(standings, rules: options.keep)
        let edges = Candidates.pairs(pictures, among: classes.representatives, within: options.maximumDistance)
            .map { Edge($0.a, $0.b, PairVerdict.compare(pictures[$0.a], pictures[$0.b])) }
            .filter { $0.verdict.relation != .unrelated }
        Self.weigh(&standings, edges.filter { $0.verdict.relation.isDuplicate })
        let stars = Stars(standings, classes: classes, edges: edges, rules: options.keep)
        kinships = stars.kinships
        groups = stars.groups(kinships: kinships)
    }

    /// Marks what copies reveal of each other: which was enlarged, which was blurred.
    private static func weigh(_ standings: inout [Standing], _ copies: [Edge]) {
        for copy in copies {
            let (one, other) = (standings[copy.a].picture, standings[copy.b].picture)
            let (large, small) = one.pixels >= other.pixels ? (copy.a, copy.b) : (copy.b, copy.a)
            let source = standings[small].picture
            if Enlargement.isEnlarged(standings[large].picture, from: source),
                source.pixels < standings[large].enlargedFrom?.pixels ?? .max
            {
                standings[large].enlargedFrom = source
            }
            for (soft, sharp) in [(copy.a, copy.b), (copy.b, copy.a)]
            where Enlargement.isSofter(standings[soft].picture, than: standings[sharp].picture) {
                standings[soft].softerThan = standings[sharp].picture
            }
        }
    }
}
