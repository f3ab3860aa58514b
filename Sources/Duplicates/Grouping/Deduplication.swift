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
    ///   - memory: What an earlier grouping learned of pairs, which is not looked for again; groups are the same without it.
    ///   - pixels: Decodes two files and says whether every pixel of all frames is the same, or `nil` where it cannot; asked
    ///     only for pairs whose descriptors are equal to the last cell. Without it such pairs stay `reencoded`.
    ///   - details: Gives the descriptors, and the frames, of pictures that take part in candidate pairs, in their order; may
    ///     be asked for the same ones again.
    public init<Failure: Error>(
        of pictures: [PictureFacts], options: MatchOptions = MatchOptions(), decisions: Decisions = Decisions(),
        memory: PairMemory<Failure>? = nil, pixels: ((PictureFacts, PictureFacts) throws(Failure) -> Bool?)? = nil,
        details: @escaping ([PictureFacts]) throws(Failure) -> [PictureDetail]
    ) throws(Failure) {
        let standings = Standings(pictures)
        let taking = pictures.indices.filter { options.animations != .skip || !pictures[$0].isAnimated }
        let classes = IdenticalFiles(standings, among: taking, rules: options.keep)
        // One reach for every search and every verdict.
        var resolved = options
        resolved.reach = options.reach.resolved(for: classes.representatives.count)
        var judge = PairJudge(of: pictures, options: resolved, pixels: pixels, details: details)
        var crowds = Crowds(standings, among: classes.representatives, rules: options.keep)
        var edges: [Edge] = []
        while let round = crowds.nextRound() { edges += crowds.take(try judge.edges(of: round)) }
        var search = PairSearch(pictures, among: crowds.open(of: classes.representatives), options: resolved)
        edges += try search.edges(by: &judge, memory: memory)
        edges.sort(byTicketsOf: pictures)
        func stars() -> Stars {
            var weighed = standings
            // The detail that is weighed is that of first frames, which retimed copies need not have in common.
            weighed.weigh(edges, details: judge.knownDetails)
            if !decisions.isEmpty {
                edges.removeAll { decisions.separates(pictures[$0.a].digest, pictures[$0.b].digest) }
            }
            return Stars(weighed, classes: classes, edges: edges, options: options, decisions: decisions)
        }
        var grouped = stars()
        for _ in 0..<Crowds.rounds {
            let asked = crowds.unanswered(grouped.keeperOf)
            if asked.isEmpty { break }
            let found = try judge.edges(of: asked)
            edges += found
            edges += try search.turnedEdges(of: asked, besides: found, by: &judge)
            edges.sort(byTicketsOf: pictures)
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
}
