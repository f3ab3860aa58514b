internal import Fingerprints

/// Puts two animations beside each other, frame by frame, and says how they are related.
struct SequenceAlignment {
    private let pair: SequencePair
    private let forth: SequencePath
    private let back: SequencePath
    private let motion: PairedMotion?
    /// For each run of each which one of the other it is, and nothing where it is none.
    private let partners: (first: [Int?], second: [Int?])

    init(_ first: FrameSequence, _ second: FrameSequence) {
        let pair = SequencePair(first, second)
        // Frames of a copy are apart by their damage, other frames by twice the movement.
        let scale = 2 * max(SequenceLimits.damage, min(first.motion.variance, second.motion.variance))
        func price(_ one: Int, _ other: Int) -> Float? { pair.distance(one, other).map { min(0.95, $0 / scale) } }
        let forth = SequencePath(steps: first.runs.count, among: second.runs.count) { price($0, $1) }
        let back = SequencePath(steps: second.runs.count, among: first.runs.count) { price($1, $0) }
        var pairs = forth.places.indices.filter { forth.isMatched[$0] }.map { (one: $0, other: forth.places[$0]) }
        pairs += back.places.indices.filter { back.isMatched[$0] }.map { (one: back.places[$0], other: $0) }
        let rough = pairs.isEmpty ? nil : PairedMotion(pair, pairs)
        func isSame(_ one: Int, _ other: Int) -> Bool {
            guard let rough else { return false }
            let worst = rough.worst(pair, one, other)
            return worst.luma <= SequenceLimits.luma && worst.color <= SequenceLimits.color
        }
        partners = (
            forth.places.indices.map { forth.isMatched[$0] && isSame($0, forth.places[$0]) ? forth.places[$0] : nil },
            back.places.indices.map { back.isMatched[$0] && isSame(back.places[$0], $0) ? back.places[$0] : nil }
        )
        pairs.removeAll { !isSame($0.one, $0.other) }
        motion = pairs.isEmpty ? nil : PairedMotion(pair, pairs)
        self.pair = pair
        self.forth = forth
        self.back = back
    }

    var verdict: SequenceVerdict {
        var verdict = SequenceVerdict(.unrelated)
        let (first, second) = (pair.first.runs, pair.second.runs)
        (verdict.firstRuns, verdict.secondRuns) = (first.count, second.count)
        verdict.firstMatched = partners.first.count { $0 != nil }
        verdict.secondMatched = partners.second.count { $0 != nil }
        verdict.firstCoverage = Self.coverage(first, partners.first)
        verdict.secondCoverage = Self.coverage(second, partners.second)
        guard let motion, verdict.firstMatched > 0, verdict.secondMatched > 0 else { return verdict }
        verdict.motion = Int((motion.correlation * 1000).rounded())
        verdict.offset = motion.worstOffset.luma
        let distances = partners.first.indices.compactMap { run in
            partners.first[run].map { first[run].fingerprint.distance(to: second[$0].fingerprint) }
        }.sorted()
        verdict.distance = distances[distances.count / 2]
        verdict.jumps = min(forth.jumps, back.jumps)
        verdict.turns = max(forth.turns, back.turns)
        verdict.loops = max(forth.loops, back.loops)
        verdict.isReversed = forth.backwardSteps > forth.forwardSteps
        time(&verdict)
        verdict.relation = relation(verdict, motion)
        return verdict
    }

    private func relation(_ verdict: SequenceVerdict, _ motion: PairedMotion) -> SequenceVerdict.Relation {
        guard hasEvidence(verdict, motion) else { return .shared }
        let (hasFirst, hasSecond) = (
            Self.isFull(pair.first.runs, partners.first), Self.isFull(pair.second.runs, partners.second)
        )
        guard hasFirst || hasSecond else { return .shared }
        if motion.worstOffset.luma > SequenceLimits.offset || motion.worstOffset.color > SequenceLimits.color {
            return .altered
        }
        if hasFirst && hasSecond { return isRetimed(verdict) ? .retimed : .same }
        guard max(verdict.firstCoverage, verdict.secondCoverage) >= SequenceLimits.contained else { return .shared }
        return min(verdict.firstCoverage, verdict.secondCoverage) >= SequenceLimits.kept ? .retimed : .excerpt
    }

    /// Whether what was matched proves anything: two distinct frames one of which is not flat, or three that show something, that
    /// move alike and in order.
    private func hasEvidence(_ verdict: SequenceVerdict, _ motion: PairedMotion) -> Bool {
        let matched = min(verdict.firstMatched, verdict.secondMatched)
        let shown = pair.first.runs.indices.filter { partners.first[$0] != nil }.map { pair.first.runs[$0].fingerprint }
        let isBusy = shown.contains { !$0.isFlat }
        guard matched >= 2, isBusy || shown.count(where: { $0.quality >= SequenceLimits.blankQuality }) >= 3 else {
            return false
        }
        guard verdict.jumps <= 1 + matched / 8, verdict.turns <= 2 + matched / 4 else { return false }
        return motion.peak < SequenceLimits.faintPeak ? isBusy : motion.correlation >= SequenceLimits.motion
    }

    /// Whether all but a few runs are in the other; of a short one the first may be missing, where a title or a blank was put.
    private static func isFull(_ runs: [FrameSequence.Run], _ partners: [Int?]) -> Bool {
        if coverage(runs, partners) >= SequenceLimits.covered { return true }
        let missing = partners.indices.filter { partners[$0] == nil }
        return runs.count >= 3 && missing == [0] || runs.count >= 4 && missing == [runs.count - 1]
    }

    private static func coverage(_ runs: [FrameSequence.Run], _ partners: [Int?]) -> Int {
        var (all, covered) = (0, 0)
        for (run, partner) in zip(runs, partners) {
            let weight = run.fingerprint.isFlat ? 1 : 4
            all += weight
            if partner != nil { covered += weight }
        }
        return covered * 1000 / max(1, all)
    }

    private func isRetimed(_ verdict: SequenceVerdict) -> Bool {
        let (few, many) = (min(verdict.firstRuns, verdict.secondRuns), max(verdict.firstRuns, verdict.secondRuns))
        return abs(verdict.tempo - 1000) > 50 || verdict.drift > 150 || many * 4 > few * 5
            || min(verdict.firstCoverage, verdict.secondCoverage) < 950 || verdict.isReversed
            || verdict.jumps + verdict.turns + verdict.loops > 0
    }

    /// How long what both have is shown in each, and how unevenly.
    private func time(_ verdict: inout SequenceVerdict) {
        let (first, second) = (pair.first.runs.map(\.milliseconds), pair.second.runs.map(\.milliseconds))
        func shown(_ times: [Int], _ partners: [Int?]) -> Int {
            zip(times, partners).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
        }
        let (one, other) = (shown(first, partners.first), shown(second, partners.second))
        verdict.tempo = min(1_000_000, other * 1000 / max(1, one))
        verdict.drift = min(
            Self.drift(of: first, to: second, partners.first), Self.drift(of: second, to: first, partners.second))
    }

    /// The part of the time, in permille, that goes to other runs than in `other`.
    private static func drift(of times: [Int], to other: [Int], _ partners: [Int?]) -> Int {
        var gathered = [Int](repeating: 0, count: other.count)
        for (time, partner) in zip(times, partners) { if let partner { gathered[partner] += time } }
        let places = other.indices.filter { gathered[$0] > 0 }
        let (all, others) = (gathered.reduce(0, +), places.reduce(0) { $0 + other[$1] })
        guard all > 0, others > 0 else { return 0 }
        let apart = places.reduce(0) { $0 + abs(gathered[$1] * 1000 / all - other[$1] * 1000 / others) }
        return apart / 2
    }
}
