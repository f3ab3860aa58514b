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
    ///   - details: Gives the descriptors, and the frames, of pictures that take part in candidate pairs, in their order; may
    ///     be asked for the same ones again.
    public init<Failure: Error>(
        of pictures: [PictureFacts], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions(),
        pixels: ((PictureFacts, PictureFacts) throws(Failure) -> Bool)? = nil,
        details: ([PictureFacts]) throws(Failure) -> [PictureDetail]
    ) throws(Failure) {
        var standings = Standings(pictures)
        let taking = pictures.indices.filter { options.animations != .skip || !pictures[$0].isAnimated }
        let classes = IdenticalFiles(standings, among: taking, rules: options.keep)
        var edges: [Edge] = []
        let radius = options.maximumDistance
        let reach = options.reach.resolved(for: classes.representatives.count)
        var gallery = Gallery(of: pictures, reach: reach)
        var lot = VerdictLot(options, reach: reach)
        func judge() throws(Failure) -> [Edge] {
            try lot.judge(pixels: pixels) { (places) throws(Failure) in
                try gallery.pictures(at: places, details)
            }
        }
        func judged(_ pairs: [Candidates.Pair]) throws(Failure) -> [Edge] {
            var found: [Edge] = []
            for pair in pairs {
                lot.add(pair.a, pair.b, isFlat: pair.isFlat)
                if lot.isFull { found += try judge() }
            }
            return try found + judge()
        }
        var crowds = Crowds(standings, among: classes.representatives, rules: options.keep)
        while let round = crowds.nextRound() { edges += crowds.take(try judged(round)) }
        let open = crowds.open(of: classes.representatives)
        try Candidates.visit(pictures, among: open, within: radius) { (pair) throws(Failure) in
            lot.add(pair.a, pair.b, isFlat: pair.isFlat)
            if lot.isFull { edges += try judge() }
        }
        let parts = try PartCandidates.pairs(pictures, among: open, options: options) {
            (place) throws(Failure) in try gallery.picture(at: place, details)
        }
        for pair in parts {
            lot.add(pair.a, pair.b)
            if lot.isFull { edges += try judge() }
        }
        edges += try judge()
        try Self.addFrames(to: &edges, pictures, among: open, options: options) {
            (place) throws(Failure) in try gallery.picture(at: place, details)
        }
        try Self.addTurned(to: &edges, pictures, among: open, options: options) { (place) throws(Failure) in
            try gallery.picture(at: place, details)
        }
        func stars() -> Stars {
            // The detail that is weighed is that of first frames, which retimed copies need not have in common.
            standings.details = gallery.details
            var weighed = standings
            Self.weigh(&weighed, edges.filter { $0.verdict.relation.isDuplicate && $0.verdict.relation != .retimed })
            if !decisions.isEmpty {
                edges.removeAll { decisions.separates(pictures[$0.a].digest, pictures[$0.b].digest) }
            }
            return Stars(weighed, classes: classes, edges: edges, options: options, decisions: decisions)
        }
        var grouped = stars()
        for _ in 0..<Crowds.rounds {
            let asked = crowds.unanswered(grouped.keeperOf)
            if asked.isEmpty { break }
            let found = try judged(asked)
            edges += found
            edges += try Self.turned(asked, besides: found, options: options) { (place) throws(Failure) in
                try gallery.picture(at: place, details)
            }
            grouped = stars()
        }
        kinships = grouped.kinships
        groups = grouped.groups(kinships: kinships)
    }

    /// Groups pictures whose descriptors are all in memory.
    public init(
        of pictures: [Picture], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions()
    ) {
        let details = Dictionary(
            pictures.map { ($0.ticket, PictureDetail(descriptor: $0.descriptor, sequence: $0.sequence)) }
        ) { first, _ in first }
        self.init(of: pictures.map(\.facts), options: options, decisions: decisions) { facts in
            facts.map { picture in
                guard let detail = details[picture.ticket] else { preconditionFailure("ticket \(picture.ticket)") }
                return detail
            }
        }
    }

    /// Marks what copies reveal of each other: which was enlarged, which was blurred.
    private static func weigh(_ standings: inout Standings, _ copies: [Edge]) {
        for copy in copies {
            if copy.verdict.relation == .cropped {
                weighBorders(&standings, copy)
                continue
            }
            let (one, other) = (standings.detailed(at: copy.a), standings.detailed(at: copy.b))
            let isFirstLarge = one.pixels >= other.pixels
            let large = isFirstLarge ? copy.a : copy.b
            let (enlarged, source) = isFirstLarge ? (one, other) : (other, one)
            // It does not matter which of the two is turned, nor which way: only rows and columns change places.
            let turn = Orientation(rawValue: copy.verdict.evidence.orientation) ?? .upright
            if Enlargement.isEnlarged(enlarged, from: source.oriented(turn)),
                source.pixels < standings[large].enlargedFrom?.pixels ?? .max
            {
                standings[large].enlargedFrom = source
            }
            if Enlargement.isSofter(one, than: other) { standings[copy.a].softerThan = other }
            if Enlargement.isSofter(other, than: one) { standings[copy.b].softerThan = one }
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
