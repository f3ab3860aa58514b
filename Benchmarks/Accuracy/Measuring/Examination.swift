import Duplicates
import Fingerprints
import Foundation
import Rasters

/// Every pair that the candidate search hands over, judged, and held against the truth.
struct Examination {
    /// By place among `Change.all`.
    private(set) var tallies = [Tally](repeating: Tally(), count: Change.all.count)
    /// Pairs of different subjects: handed over, called copies, and called alternates.
    private(set) var strangers = (candidates: 0, copies: 0, alternates: 0)
    /// Of those called copies, the ones of one family; the rest have nothing to do with each other.
    private(set) var familyCopies = 0
    /// All pairs of different subjects, whether handed over or not.
    private(set) var strangerPairs = 0
    /// Names of what was judged wrong.
    private(set) var mistakes: [String] = []
    /// What each verdict took, in microseconds: on copies, on alternates, on pictures of different subjects.
    private(set) var durations: [[Double]] = [[], [], []]
    /// What the search took.
    private(set) var searching = 0.0

    private let samples: [Sample]
    private let prepared: [PreparedPicture]
    private let reach: MatchOptions.Reach
    private let subjects: [Subject]

    init(_ samples: [Sample], subjects: [Subject], options: MatchOptions) {
        self.samples = samples
        self.subjects = subjects
        let reach = options.reach.resolved(for: samples.count)
        let prepared = samples.map { PreparedPicture($0.picture, reach: reach) }
        (self.reach, self.prepared) = (reach, prepared)
        var found: [UInt64: [Orientation]] = [:]
        let start = Self.processorTime
        let facts = samples.map(\.picture.facts)
        CandidatePairs.visit(
            facts, among: Array(samples.indices), options: options, picture: { prepared[$0] }
        ) { a, b, turns in
            found[Self.key(a, b), default: []] += a < b ? turns : turns.map(\.inverse)
        }
        searching = Self.processorTime - start
        judgeOwn(found)
        judgeStrangers(found)
    }

    /// What this thread has used of the processor, in microseconds: other work on the machine does not count.
    private static var processorTime: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// The verdict on two samples in order of places, of which the second may have been turned.
    private mutating func verdict(_ one: Int, _ other: Int, _ turns: [Orientation], kind: Int) -> PairVerdict {
        let start = Self.processorTime
        let verdict = PairVerdict.compare(prepared[one], prepared[other], turns: turns, reach: reach)
        durations[kind].append(Self.processorTime - start)
        return verdict
    }

    private mutating func judgeOwn(_ found: [UInt64: [Orientation]]) {
        var originals: [Int: Int] = [:]
        for (place, sample) in samples.enumerated() where sample.change == nil { originals[sample.subject] = place }
        for (place, sample) in samples.enumerated() {
            guard let change = sample.change, let original = originals[sample.subject] else { continue }
            let truth = Change.all[change]
            let base = samples[original]
            var tally = Tally()
            tally.pairs = 1
            tally.peers = [
                (base.peers.perceptual ^ sample.peers.perceptual).nonzeroBitCount <= 3 ? 1 : 0,
                (base.peers.difference ^ sample.peers.difference).nonzeroBitCount <= 3 ? 1 : 0,
                base.picture.fingerprint.distance(to: sample.picture.fingerprint) <= 31 ? 1 : 0,
            ]
            if let turns = found[Self.key(place, original)] {
                let verdict = verdict(original, place, turns, kind: truth.truth == .copy ? 0 : 1)
                let relation = verdict.relation
                tally.candidates = 1
                tally.relations[relation] = 1
                tally.calledCopies = relation.isDuplicate ? 1 : 0
                let isRecognized = truth.truth == .copy ? relation.isDuplicate : relation == .alternate
                tally.recognized = isRecognized || truth.relations.contains(relation) ? 1 : 0
                tally.named = truth.relations.contains(relation) ? 1 : 0
                if tally.named == 0 {
                    mistakes.append(
                        "\(truth.group)/\(truth.name) of \(name(base)): \(relation.rawValue), \(verdict.words)")
                }
            } else {
                let bits = base.picture.fingerprint.distance(to: sample.picture.fingerprint)
                mistakes.append("\(truth.group)/\(truth.name) of \(name(base)): no candidate, \(bits) bits")
            }
            tallies[change] = tallies[change] + tally
        }
    }

    private mutating func judgeStrangers(_ found: [UInt64: [Orientation]]) {
        var sizes: [Int: Int] = [:]
        for sample in samples { sizes[sample.subject, default: 0] += 1 }
        strangerPairs = samples.count * (samples.count - 1) / 2 - sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        for (pair, turns) in found.sorted(by: { $0.key < $1.key }) {
            let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            let (one, other) = (samples[first], samples[second])
            guard one.subject != other.subject else { continue }
            strangers.candidates += 1
            let verdict = verdict(first, second, turns, kind: 2)
            if verdict.relation == .alternate { strangers.alternates += 1 }
            guard verdict.relation.isDuplicate else { continue }
            strangers.copies += 1
            let family = subjects[one.subject].family
            if family != nil, family == subjects[other.subject].family { familyCopies += 1 }
            for change in [one.change, other.change].compactMap({ $0 }) { tallies[change].mergedWithStrangers += 1 }
            mistakes.append("strangers \(name(one)) and \(name(other)): \(verdict.relation.rawValue), \(verdict.words)")
        }
    }

    private func name(_ sample: Sample) -> String {
        sample.picture.path
    }
}
