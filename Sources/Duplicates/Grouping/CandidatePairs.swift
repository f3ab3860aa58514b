package import Descriptors

/// For measuring: every pair that grouping looks at.
package enum CandidatePairs {
    /// Hands over pairs of `places` in `pictures`, some more than once.
    package static func visit(
        _ pictures: [PictureFacts], among places: [Int], options: MatchOptions, descriptor: (Int) -> Descriptor,
        _ body: (Int, Int) -> Void
    ) {
        Candidates.visit(pictures, among: places, within: options.maximumDistance) { body($0.a, $0.b) }
        for (pair, _) in TurnedCandidates.pairs(pictures, among: places, options: options) { body(pair.a, pair.b) }
        for pair in PartCandidates.pairs(pictures, among: places, options: options, descriptor: descriptor) {
            body(pair.a, pair.b)
        }
    }
}
