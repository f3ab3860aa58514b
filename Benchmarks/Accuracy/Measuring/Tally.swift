import Calibration
import Duplicates

/// What was counted for one change, or a sum of such.
struct Tally {
    var pairs = 0
    /// Pairs that were candidates.
    var candidates = 0
    /// Candidates that were called what they are: a copy, or an alternate.
    var recognized = 0
    /// Candidates with a right relation.
    var named = 0
    /// Candidates that were called copies.
    var calledCopies = 0
    /// Pictures made by the change that were called copies of another subject's.
    var mergedWithStrangers = 0
    /// Pairs that other rules call copies: pHash and dHash at 3 of 64 bits, PDQ at 31 of 256.
    var peers = [0, 0, 0]
    var relations: [Relation: Int] = [:]

    static func + (one: Tally, other: Tally) -> Tally {
        var sum = one
        sum.pairs += other.pairs
        sum.candidates += other.candidates
        sum.recognized += other.recognized
        sum.named += other.named
        sum.calledCopies += other.calledCopies
        sum.mergedWithStrangers += other.mergedWithStrangers
        for place in 0..<3 { sum.peers[place] += other.peers[place] }
        sum.relations.merge(other.relations, uniquingKeysWith: +)
        return sum
    }

    /// Of what was called a copy, the share that is one; `nil` where nothing was.
    func precision(_ truth: Expectation.Truth) -> Double? {
        let called = calledCopies + mergedWithStrangers
        return called == 0 ? nil : Double(truth == .copy ? calledCopies : 0) / Double(called)
    }
}
