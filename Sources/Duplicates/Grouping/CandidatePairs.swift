package import Rasters

/// For measuring: every pair that grouping looks at.
package enum CandidatePairs {
    /// Hands over pairs of `places` in `pictures`, some more than once, and what may have been done to the second of each
    /// where that is why it is looked at.
    package static func visit(
        _ pictures: [PictureFacts], among places: [Int], options: MatchOptions,
        picture: (Int) -> PreparedPicture, _ body: (Int, Int, [Orientation]) -> Void
    ) {
        Candidates.visit(pictures, among: places, except: .none, within: options.maximumDistance) {
            body($0.a, $0.b, [])
        }
        for (pair, turns) in TurnedCandidates.pairs(pictures, among: places, except: .none, options: options) {
            body(pair.a, pair.b, turns)
        }
        let parts = PartCandidates.pairs(
            pictures, among: places, except: .none, options: options, picture: picture)
        for pair in parts {
            body(pair.a, pair.b, [])
        }
    }
}
