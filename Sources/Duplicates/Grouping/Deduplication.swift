public import Descriptors
internal import Fingerprints
internal import Rasters

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
    ///
    /// - Parameter descriptor: gives the descriptor of a picture that takes part in a candidate pair; may be asked for the
    ///   same one again.
    public init<Failure: Error>(
        of pictures: [PictureFacts], options: MatchOptions = MatchOptions(),
        descriptor: (PictureFacts) throws(Failure) -> Descriptor
    ) throws(Failure) {
        var standings = pictures.map(Standing.init)
        let taking = pictures.indices.filter { options.animations != .skip || !pictures[$0].isAnimated }
        let classes = IdenticalFiles(standings, among: taking, rules: options.keep)
        var edges: [Edge] = []
        var gallery = Gallery(of: pictures)
        let radius = options.maximumDistance
        let reach = options.reach.resolved(for: classes.representatives.count)
        try Candidates.visit(pictures, among: classes.representatives, within: radius) { (pair) throws(Failure) in
            let one = try gallery.picture(at: pair.a, descriptor)
            let other = try gallery.picture(at: pair.b, descriptor)
            if pair.isFlat && !FlatComparison.agree(one, other) { return }
            let verdict = PairVerdict.compare(one, other, animations: options.animations, reach: reach)
            if verdict.relation != .unrelated { edges.append(Edge(pair.a, pair.b, verdict)) }
        }
        let parts = try PartCandidates.pairs(pictures, among: classes.representatives, options: options) {
            (place) throws(Failure) in try gallery.picture(at: place, descriptor).descriptor
        }
        for pair in parts {
            let one = try gallery.picture(at: pair.a, descriptor)
            let other = try gallery.picture(at: pair.b, descriptor)
            let verdict = PairVerdict.compare(one, other, animations: options.animations, reach: reach)
            if verdict.relation != .unrelated { edges.append(Edge(pair.a, pair.b, verdict)) }
        }
        let upright = Set(edges.map { TurnedCandidates.Pair($0.a, $0.b) })
        for (pair, turns) in TurnedCandidates.pairs(pictures, among: classes.representatives, options: options)
        where !upright.contains(pair) {
            let one = try gallery.picture(at: pair.a, descriptor)
            let other = try gallery.picture(at: pair.b, descriptor)
            if let verdict = PairVerdict.best(one, other, by: turns, animations: options.animations) {
                edges.append(Edge(pair.a, pair.b, verdict))
            }
        }
        Self.weigh(&standings, edges.filter { $0.verdict.relation.isDuplicate })
        let stars = Stars(standings, classes: classes, edges: edges, rules: options.keep)
        kinships = stars.kinships
        groups = stars.groups(kinships: kinships)
    }

    /// Groups pictures whose descriptors are all in memory.
    public init(of pictures: [Picture], options: MatchOptions = MatchOptions()) {
        let descriptors = Dictionary(pictures.map { ($0.ticket, $0.descriptor) }) { first, _ in first }
        self.init(of: pictures.map(\.facts), options: options) { facts in
            guard let descriptor = descriptors[facts.ticket] else { preconditionFailure("ticket \(facts.ticket)") }
            return descriptor
        }
    }

    /// Marks what copies reveal of each other: which was enlarged, which was blurred.
    private static func weigh(_ standings: inout [Standing], _ copies: [Edge]) {
        for copy in copies {
            let (one, other) = (standings[copy.a].picture, standings[copy.b].picture)
            let (large, small) = one.pixels >= other.pixels ? (copy.a, copy.b) : (copy.b, copy.a)
            let source = standings[small].picture
            // It does not matter which of the two is turned, nor which way: only rows and columns change places.
            let turn = Orientation(rawValue: copy.verdict.evidence.orientation) ?? .upright
            if Enlargement.isEnlarged(standings[large].picture, from: source.oriented(turn)),
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
