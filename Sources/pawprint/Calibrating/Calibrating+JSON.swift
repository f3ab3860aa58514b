import Calibration
import Evaluation
import Duplicates
import JSONText
import Rasters

extension Calibrating {
    /// The name of the document's schema.
    static let schema = "pawprint.calibration/1"

    /// The places of the changes that make copies.
    private var copies: [Int] { plan.changes.indices.filter { plan.changes[$0].expected.truth == .copy } }

    /// How well fingerprints alone tell copies from others, by radius.
    var alone: [Threshold] { sweep.alone(copies: copies) }

    /// How well the program does.
    var verified: [Threshold] { sweep.verified(copies: copies) }

    /// All of it as one JSON document.
    var json: [UInt8] {
        JSONValue.object([
            "changes": .array(zip(plan.changes, sweep.changes).map(Self.object)),
            "left_out": .integer(numbers.copies),
            "max_distance": .integer(plan.matching.maximumDistance),
            "mistakes": .array(mistakes.map(Self.object)),
            "orientations": .string(plan.matching.orientations.rawValue),
            "others": .integer(numbers.others),
            "pictures": .integer(numbers.pictures),
            "radii": .array(sweep.radii.map { .integer($0) }),
            "reach": .string(plan.matching.reach.rawValue),
            "schema": .string(Self.schema),
            // A seed has 64 bits, more than many readers of JSON keep of a number.
            "seed": .string("\(plan.seed)"),
            "thresholds": .array(
                zip(alone, verified).map { one, other in
                    [
                        "alone": Self.object(one), "distance": .integer(one.radius), "verified": Self.object(other),
                    ]
                }),
            "strangers": ["found": .integer(numbers.strangers), "judged": .integer(numbers.judged)],
            "unread": .integer(numbers.unread),
            "variants": .integer(numbers.variants),
            "wanted": wanted,
        ]).encodedForPeople()
    }

    private var wanted: JSONValue {
        let verifiedBest = verified.last(within: plan.precision)
        return [
            "alone": alone.last(within: plan.precision).map { .integer($0.radius) } ?? .null,
            "enough": verifiedBest.flatMap { verified.first(asGoodAs: $0) }.map { .integer($0.radius) } ?? .null,
            "precision": .number(plan.precision), "verified": verifiedBest.map { .integer($0.radius) } ?? .null,
        ]
    }

    private static func object(_ threshold: Threshold) -> JSONValue {
        [
            "precision": FourDigits.json(threshold.precision), "recall": FourDigits.json(threshold.recall),
            "wrong": .integer(threshold.wrong),
        ]
    }

    private static func object(_ change: Change<Raster>, _ counts: Sweep.Counts) -> JSONValue {
        func list(_ numbers: [Int]) -> JSONValue { .array(numbers.map { .integer($0) }) }
        return [
            "copies": list(counts.copies), "found": list(counts.found), "group": .string(change.group),
            "name": .string(change.name), "named": .integer(counts.named), "pairs": .integer(counts.pairs),
            "truth": .string(change.expected.truth.rawValue), "within": list(counts.within),
        ]
    }

    private static func object(_ mistake: Mistake) -> JSONValue {
        [
            "a": .string(mistake.first), "b": .string(mistake.second),
            "distance": .integer(mistake.verdict.distance),
            "relation": .string(mistake.verdict.relation.rawValue), "words": .string(mistake.verdict.words),
        ]
    }
}
