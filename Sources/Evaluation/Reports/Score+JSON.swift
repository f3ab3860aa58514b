internal import Duplicates
internal import JSONText

extension Score {
    /// The name of the document's schema.
    public static let schema = "pawprint.evaluation/1"

    /// The score as one JSON document, with every pair that is wrong or missed.
    public var json: [UInt8] {
        JSONValue.object([
            "ambiguous": .array(ambiguous.map { .string($0.text) }),
            "confusion": .array(
                confusion.map { cell in
                    ["called": .string(cell.called), "pairs": .integer(cell.pairs), "truth": .string(cell.truth)]
                }),
            "copies": .object(Self.members(copies)),
            "missed": .array(missed.map(Self.object)),
            "missing": .array(missing.map { .string($0.text) }),
            "pictures": .integer(pictures),
            "relations": .array(
                relations.map { relation, rates in
                    var members = Self.members(rates)
                    members["relation"] = .string(relation.rawValue)
                    return .object(members)
                }),
            "schema": .string(Self.schema),
            "unknown": .integer(unknown),
            "wrong": .array(wrong.map(Self.object)),
        ]).encodedForPeople()
    }

    private static func members(_ rates: Rates) -> JSONObject {
        [
            "f1": FourDigits.json(rates.f1), "missed": .integer(rates.missed),
            "precision": FourDigits.json(rates.precision), "recall": FourDigits.json(rates.recall),
            "right": .integer(rates.right), "wrong": .integer(rates.wrong),
        ]
    }

    private static func object(_ pair: JudgedPair) -> JSONValue {
        [
            "a": .string(pair.first.text), "b": .string(pair.second.text), "called": .string(pair.called),
            "group": pair.claim.group.map { .string($0) } ?? .null, "truth": .string(pair.answer.row),
        ]
    }
}
