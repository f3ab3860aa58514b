internal import Descriptors
internal import Fingerprints
internal import Rasters

/// Groups of copies among many pictures, and who is related to whom beyond that.
///
/// Candidates come from exact digests and the fingerprint index, each candidate pair is verified, and groups are stars unless
/// asked otherwise: the best picture by the policy keeps all that were verified against it, then the best of the rest, and
/// so on. No picture belongs to a group because a neighbor does. Neither the order of the pictures nor anything but their content, names and
/// tickets decides.
public struct Deduplication: Sendable {
    /// The groups, by their keepers' tickets.
    public let groups: [DuplicateGroup]
    /// Pairs that are related but not copies, by their tickets.
    public let kinships: [Kinship]

    /// Groups `pictures`; their order does not matter, and no two have the same ticket.
    ///
    /// - Parameters:
    ///   - decisions: What somebody decided about pictures of some content.
    ///   - pixels: Decodes two files and says whether every pixel of all frames is the same; asked only for pairs whose
    ///     descriptors are equal to the last cell. Without it such pairs stay `reencoded`.
    ///   - descriptor: Gives the descriptor, and the frames, of a picture that takes part in a candidate pair; may be
    ///     asked for the same one again.
    public init<Failure: Error>(
        of pictures: [PictureFacts], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions(),
        pixels: ((PictureFacts, PictureFacts) throws(Failure) -> Bool)? = nil,
        descriptor: (PictureFacts) throws(Failure) -> PictureDetail
    ) throws(Failure) {
        var standings = Standings(pictures)
        let taking = pictures.indices.filter { options.animations != .skip || !pictures[$0].isAnimated }
        let classes = IdenticalFiles(standings, among: taking, rules: options.keep)
        var edges: [Edge] = []
        let radius = options.maximumDistance
        let reach = options.reach.resolved(for: classes.representatives.count)
        var gallery = Gallery(of: pictures, reach: reach)
        var lot = VerdictLot(options, reach: reach)
        try Candidates.visit(pictures, among: classes.representatives, within: radius) { (pair) throws(Failure) in
            let one = try gallery.picture(at: pair.a, descriptor)
            let other = try gallery.picture(at: pair.b, descriptor)
            lot.add(pair.a, pair.b, one, other, isFlat: pair.isFlat)
            if lot.isFull { edges += try lot.judge(pixels: pixels) }
        }
        let parts = try PartCandidates.pairs(pictures, among: classes.representatives, options: options) {
            (place) throws(Failure) in try gallery.picture(at: place, descriptor)
        }
        for pair in parts {
            lot.add(
                pair.a, pair.b, try gallery.picture(at: pair.a, descriptor), try gallery.picture(at: pair.b, descriptor)
            )
            if lot.isFull { edges += try lot.judge(pixels: pixels) }
        }
        edges += try lot.judge(pixels: pixels)
        try Self.addFrames(to: &edges, pictures, among: classes.representatives, options: options) {
            (place) throws(Failure) in try gallery.picture(at: place, descriptor)
        }
        var upright: [PicturePair: Int] = [:]
        for (index, edge) in edges.enumerated() { upright[PicturePair(edge.a, edge.b)] = index }
        for (pair, turns) in TurnedCandidates.pairs(pictures, among: classes.representatives, options: options) {
            let known = upright[pair].map { edges[$0].verdict }
            if let known, !known.mayBeTurned { continue }
            let one = try gallery.picture(at: pair.a, descriptor)
            let other = try gallery.picture(at: pair.b, descriptor)
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
        // The detail that is weighed is that of first frames, which retimed copies need not have in common.
        standings.details = gallery.details
        Self.weigh(&standings, edges.filter { $0.verdict.relation.isDuplicate && $0.verdict.relation != .retimed })
        edges.removeAll { decisions.separates(pictures[$0.a].digest, pictures[$0.b].digest) }
        let stars = Stars(standings, classes: classes, edges: edges, options: options, decisions: decisions)
        kinships = stars.kinships
        groups = stars.groups(kinships: kinships)
    }

    /// Groups pictures whose descriptors are all in memory.
    public init(
        of pictures: [Picture], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions()
    ) {
        let details = Dictionary(
            pictures.map { ($0.ticket, PictureDetail(descriptor: $0.descriptor, sequence: $0.sequence)) }
        ) { first, _ in first }
        self.init(of: pictures.map(\.facts), options: options, decisions: decisions) { facts in
            guard let detail = details[facts.ticket] else { preconditionFailure("ticket \(facts.ticket)") }
            return detail
        }
    }

    /// Marks what copies reveal of each other: which was enlarged, which was blurred.
    private static func weigh(_ standings: inout Standings, _ copies: [Edge]) {
        for copy in copies {
            if copy.verdict.relation == .cropped {
                weighBorders(&standings, copy)
                continue
            }
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

    /// Marks a picture that is another one in a border: what was added there are no pixels of its own.
    private static func weighBorders(_ standings: inout Standings, _ copy: Edge) {
        guard let placement = copy.verdict.evidence.placement else { return }
        for (framed, inner) in [(copy.a, copy.b), (copy.b, copy.a)] {
            let (outside, inside) = (standings[framed].picture, standings[inner].picture)
            // Evidence is in the coordinates of the one whose content sorts first.
            let place = PairVerdict.isOrdered(outside, inside) ? placement : placement.inverse
            guard outside.pixels > inside.pixels, outside.places.isBorder(around: place),
                inside.pixels > standings[framed].borderedFrom?.pixels ?? 0
            else { continue }
            standings[framed].borderedFrom = inside
        }
    }
}
