import Calibration
import Duplicates
import Fingerprints
import Foundation

/// Every pair that the candidate search hands over, judged, and held against the truth.
struct Examination {
    /// By place among `Change<Subject>.all`.
    private(set) var tallies = [Tally](repeating: Tally(), count: Change<Subject>.all.count)
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

    private let samples: [PeerSample]
    private let subjects: [Subject]

    init(_ samples: [PeerSample], subjects: [Subject], options: MatchOptions) {
        self.samples = samples
        self.subjects = subjects
        let start = Self.processorTime
        let pairs = KnownPairs(samples.map(\.sample), options: options, radii: [options.maximumDistance])
        searching = Self.processorTime - start
        strangerPairs = pairs.strangerCount
        for pair in pairs.own { judgeOwn(pair, of: pairs) }
        for pair in pairs.strangers { judgeStrangers(pair, of: pairs) }
    }

    /// What this thread has used of the processor, in microseconds: other work on the machine does not count.
    private static var processorTime: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }

    private mutating func verdict(_ pair: KnownPair, of pairs: KnownPairs, kind: Int) -> PairVerdict {
        let start = Self.processorTime
        let verdict = pairs.verdict(on: pair)
        durations[kind].append(Self.processorTime - start)
        return verdict
    }

    private mutating func judgeOwn(_ pair: KnownPair, of pairs: KnownPairs) {
        guard let change = pair.change else { return }
        let (group, title) = (Change<Subject>.all[change].group, Change<Subject>.all[change].name)
        let expected = Change<Subject>.all[change].expected
        let (base, other) = (samples[pair.first].peers, samples[pair.second].peers)
        let bits = picture(pair.first).fingerprint.distance(to: picture(pair.second).fingerprint)
        var tally = Tally()
        tally.pairs = 1
        tally.peers = [
            (base.perceptual ^ other.perceptual).nonzeroBitCount <= 3 ? 1 : 0,
            (base.difference ^ other.difference).nonzeroBitCount <= 3 ? 1 : 0, bits <= 31 ? 1 : 0,
        ]
        if pair.radius != nil {
            let verdict = verdict(pair, of: pairs, kind: expected.truth == .copy ? 0 : 1)
            let relation = verdict.relation
            tally.candidates = 1
            tally.relations[relation] = 1
            tally.calledCopies = relation.isDuplicate ? 1 : 0
            tally.recognized = expected.isRecognized(by: relation) ? 1 : 0
            tally.named = expected.isNamed(by: relation) ? 1 : 0
            if tally.named == 0 {
                mistakes.append(
                    "\(group)/\(title) of \(picture(pair.first).path): \(Self.line(verdict))")
            }
        } else {
            mistakes.append("\(group)/\(title) of \(picture(pair.first).path): no candidate, \(bits) bits")
        }
        tallies[change] = tallies[change] + tally
    }

    private mutating func judgeStrangers(_ pair: KnownPair, of pairs: KnownPairs) {
        strangers.candidates += 1
        let verdict = verdict(pair, of: pairs, kind: 2)
        if verdict.relation == .alternate { strangers.alternates += 1 }
        guard verdict.relation.isDuplicate else { return }
        strangers.copies += 1
        let (one, other) = (samples[pair.first].sample, samples[pair.second].sample)
        let family = subjects[one.subject].family
        if family != nil, family == subjects[other.subject].family { familyCopies += 1 }
        for change in [one.change, other.change].compactMap({ $0 }) { tallies[change].mergedWithStrangers += 1 }
        mistakes.append(
            "strangers \(one.picture.path) and \(other.picture.path): \(Self.line(verdict))")
    }

    /// The relation, its words, and what they leave out.
    private static func line(_ verdict: PairVerdict) -> String {
        let evidence = verdict.evidence
        func levels(_ milli: Int) -> String { String(format: "%.1f", Double(milli) / 1000) }
        return "\(verdict.relation.rawValue), \(verdict.words) (luma shifted by \(levels(evidence.toneShift)), "
            + "color by \(levels(evidence.colorShift)), residual \(levels(evidence.lumaResidual)), worst tiles "
            + "\(evidence.worstTile) and \(evidence.worstColorTile), correlation \(evidence.correlation))"
    }

    private func picture(_ place: Int) -> Picture { samples[place].sample.picture }
}
