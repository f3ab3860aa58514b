package import Descriptors

/// For measuring: every pair that grouping would look at.
package enum CandidatePairs {
    package static func visit(
        _ pictures: [PictureFacts], among places: [Int], options: MatchOptions, descriptor: (Int) -> Descriptor,
        _ body: (Int, Int) -> Void
    ) {
        Candidates.visit(pictures, among: places, within: options.maximumDistance) { body($0.a, $0.b) }
        for (pair, _) in TurnedCandidates.pairs(pictures, among: places, options: options) { body(pair.a, pair.b) }
    }
}
