import Calibration
import Duplicates
import Fingerprints
import Randomness
import Rasters
import Sourcing

/// Makes variants of the user's own pictures, and counts which of them the program finds and rightly judges.
struct Calibrating {
    /// What was looked at.
    struct Numbers {
        /// Pictures that variants were made of.
        var pictures = 0
        /// Pictures beside them.
        var others = 0
        /// Variants.
        var variants = 0
        /// Pictures that are copies of others among them, and were left out.
        var copies = 0
        /// Files that are no pictures, or cannot be read.
        var unread = 0
        /// Pairs of different pictures that the search finds.
        var strangers = 0
        /// Those of them that were judged, and stand for the rest.
        var judged = 0
    }

    /// A pair that was called copies, and is none as far as is known.
    struct Mistake {
        let first: String
        let second: String
        let verdict: PairVerdict
    }

    let plan: CalibrationPlan
    private(set) var numbers = Numbers()
    private(set) var sweep: Sweep
    private(set) var mistakes: [Mistake] = []

    /// So many pairs of different pictures are judged: in a folder of emoji, all are close to all.
    private static let mostStrangers = 10_000
    /// The shorter side below which nothing can be cut off or painted in.
    private static let leastSide = 64

    private struct Look: Sendable {
        let sample: Sample
        let isLarge: Bool
    }

    /// Calibrates with `items`.
    ///
    /// - Throws: what an encoder refused; that no picture is left to make variants of.
    init(_ items: [SourceItem], plan: CalibrationPlan) throws(CalibrationFault) {
        self.plan = plan
        sweep = Sweep(radii: plan.radii, changes: plan.changes.count, strangerPairs: 0)
        let pictures = Self.chosen(from: items, plan)
        let looks = OrderedWork<(Int, CalibrationPicture), Look?>(name: "look") { place, picture in
            guard let raster = picture.raster() else { return nil }
            return Look(
                sample: Sample(raster, subject: place, change: nil, name: picture.name),
                isLarge: min(raster.width, raster.height) >= Self.leastSide)
        }.results(for: Array(pictures.enumerated()), jobs: plan.jobs)
        numbers.unread = looks.count { $0 == nil }
        let distinct = distinct(looks.compactMap { $0 })
        let usable = distinct.filter { $0.isLarge && !$0.sample.picture.fingerprint.isFlat }.prefix(plan.pictures)
        guard !usable.isEmpty else { throw .nothingToMakeVariantsOf(looked: pictures.count) }
        let subjects = Set(usable.map(\.sample.subject))
        let others = distinct.filter { !subjects.contains($0.sample.subject) }.prefix(plan.others)
        (numbers.pictures, numbers.others) = (usable.count, others.count)
        var samples = usable.map(\.sample) + others.map(\.sample)
        samples += try Self.variants(of: usable.map { ($0.sample.subject, pictures[$0.sample.subject]) }, plan)
        numbers.variants = samples.count - usable.count - others.count
        for ticket in samples.indices { samples[ticket].picture.ticket = ticket }
        judge(samples)
    }

    /// So many of `items` as are wanted, in an order that only the seed and their names decide.
    private static func chosen(from items: [SourceItem], _ plan: CalibrationPlan) -> [CalibrationPicture] {
        let ranked = items.map { (rank: SplitMix64.mixed(FNV1a.hash($0.id, salt: plan.seed)), item: $0) }
            .sorted { one, other in
                one.rank == other.rank
                    ? one.item.id.utf8.lexicographicallyPrecedes(other.item.id.utf8) : one.rank < other.rank
            }
        var uses: [String: Int] = [:]
        return ranked.prefix(plan.pictures + plan.others).map { _, item in
            // Two folders may each have an `a.png`, and what has one name would be one picture.
            let use = uses[item.id, default: 0]
            uses[item.id] = use + 1
            return CalibrationPicture(item, name: use == 0 ? item.id : "\(item.id) (\(use + 1))", limits: plan.limits)
        }
    }

    /// Those that are no copies of one before them: two files of one picture would count as a mistake of the program.
    private mutating func distinct(_ looks: [Look]) -> [Look] {
        var samples = looks.map(\.sample)
        for place in samples.indices { samples[place].picture.ticket = place }
        let pairs = KnownPairs(samples, options: plan.matching, radii: [plan.matching.maximumDistance])
        var dropped: Set<Int> = []
        for (pair, verdict) in zip(pairs.strangers, Self.verdicts(on: pairs.strangers, of: pairs, plan))
        where verdict.relation.isDuplicate && !dropped.contains(pair.first) {
            dropped.insert(pair.second)
        }
        numbers.copies = dropped.count
        return looks.indices.filter { !dropped.contains($0) }.map { looks[$0] }
    }

    private static func variants(
        of subjects: [(place: Int, picture: CalibrationPicture)], _ plan: CalibrationPlan
    ) throws(CalibrationFault) -> [Sample] {
        let changes = plan.changes
        let lots = OrderedWork<(Int, CalibrationPicture), Result<[Sample], CalibrationFault>>(name: "change") {
            place, picture in
            guard let raster = picture.raster() else { return .success([]) }
            do {
                return .success(
                    try changes.enumerated().compactMap { number, change in
                        try change.sample(of: raster, named: picture.name, at: (place, number), seed: plan.seed)?.sample
                    })
            } catch {
                return .failure(.refused(name: picture.name, reason: "\(error)"))
            }
        }.results(for: subjects, jobs: plan.jobs)
        var samples: [Sample] = []
        for lot in lots { samples += try lot.get() }
        return samples
    }

    private static func verdicts(
        on pairs: [KnownPair], of known: KnownPairs, _ plan: CalibrationPlan
    ) -> [PairVerdict] {
        OrderedWork<KnownPair, PairVerdict>(name: "judge") { known.verdict(on: $0) }
            .results(for: pairs, jobs: plan.jobs)
    }

    private mutating func judge(_ samples: [Sample]) {
        let pairs = KnownPairs(samples, options: plan.matching, radii: plan.radii)
        let weight = max(1, (pairs.strangers.count + Self.mostStrangers - 1) / Self.mostStrangers)
        let strangers = pairs.strangers.filter { pair in
            SplitMix64.mixed(UInt64(pair.first) << 32 | UInt64(pair.second)) % UInt64(weight) == 0
        }
        (numbers.strangers, numbers.judged) = (pairs.strangers.count, strangers.count)
        let found = pairs.own.filter { $0.radius != nil } + strangers
        let changes = plan.changes
        sweep = Sweep(radii: plan.radii, changes: changes.count, strangerPairs: pairs.strangerCount)
        let verdicts = Dictionary(uniqueKeysWithValues: zip(found, Self.verdicts(on: found, of: pairs, plan)))
        for pair in pairs.own + pairs.strangers {
            let (one, other) = (samples[pair.first].picture, samples[pair.second].picture)
            let expected = pair.change.map { changes[$0].expected }
            let verdict = verdicts[pair]
            sweep.count(
                pair, distance: one.fingerprint.distance(to: other.fingerprint), relation: verdict?.relation,
                expected: expected, weight: pair.change == nil ? weight : 1)
            if let verdict, verdict.relation.isDuplicate, expected?.truth != .copy {
                mistakes.append(Mistake(first: one.path, second: other.path, verdict: verdict))
            }
        }
    }
}
