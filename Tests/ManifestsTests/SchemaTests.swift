import Foundation
import JSONText
import Manifests
import Randomness
import TestSupport
import Testing

struct SchemaTests {
    private let validator: JSONSchema

    init() throws {
        let file = Checkout.root.appending(path: "Sources/Manifests/manifest-line.schema.json")
        validator = JSONSchema(try JSONValue(parsing: [UInt8](Data(contentsOf: file))))
    }

    private func faults(_ line: String) throws -> [String] {
        validator.faults(of: try JSONValue(parsing: Array(line.utf8)))
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `whatever is written keeps to the schema`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<150 {
            let line = ManifestLine.encode(Samples.record(&random))
            #expect(validator.faults(of: try JSONValue(parsing: line)) == [])
        }
        #expect(validator.faults(of: try JSONValue(parsing: ManifestLine.encode(Samples.full))) == [])
    }

    @Test func `every relation and role of the schema can be written`() throws {
        let relations = [
            "identical", "same-pixels", "reencoded", "resized", "cropped", "recolored", "mirrored", "rotated",
            "still-of",
            "retimed", "alternate", "near",
        ]
        var record = Samples.full
        for relation in relations {
            for role in GroupSection.Role.allCases {
                record.group = GroupSection(role: role, relation: relation)
                #expect(validator.faults(of: try JSONValue(parsing: ManifestLine.encode(record))) == [])
            }
        }
        record.group?.relation = "cousin"
        let line = try JSONValue(parsing: ManifestLine.encode(record))
        #expect(validator.faults(of: line) == ["$.group.relation: no choice"])
    }

    @Test func `the schema refuses what is wrong`() throws {
        let good = String(decoding: ManifestLine.encode(Samples.full), as: UTF8.self)
        let wrong: [(String, String, [String])] = [
            ("\"status\":\"ok\"", "\"status\":\"fine\"", ["$.status: no choice"]),
            ("\"height\":1698,\"loops\"", "\"height\":0,\"loops\"", ["$.image.height: too small"]),
            ("\"quality\":98", "\"quality\":101", ["$.fingerprint.quality: too large"]),
            ("\"#EBC6C5\"", "\"ebc6c5\"", ["$.colors.main: does not match ^#[0-9A-F]{6}$"]),
            ("\"tags\":[", "\"tags\":[4,", ["$.annotations.tags[0]: not of its type"]),
            ("\"page\":", "\"leaf\":", ["$.source: no page", "$.source: leaf is not expected"]),
        ]
        for (text, replacement, expected) in wrong {
            #expect(try faults(good.replacingOccurrences(of: text, with: replacement)) == expected)
        }
    }
}
