internal import JSONText
internal import Sequences

extension SequenceVerdict {
    /// What frames say under the keys of manifests; of pairs of numbers the first is of the picture whose digest sorts earlier.
    var json: JSONObject {
        [
            "coverage_permille": .array([.integer(firstCoverage), .integer(secondCoverage)]),
            "distinct": .array([.integer(firstRuns), .integer(secondRuns)]),
            "matched": .array([.integer(firstMatched), .integer(secondMatched)]),
            "motion_permille": .integer(motion), "relation": .string(relation.rawValue),
            "tempo_permille": .integer(tempo),
        ]
    }
}
