import CheckReports
import Checks
import Manifests
import Foundation
import JSONText
import Manifests
import Testing

struct SARIFLogTests {
    private func log(_ items: [CheckedItem]) throws -> JSONValue {
        try JSONValue(parsing: SARIFLog(items, version: "1.2.3").encoded())
    }

    private func results(_ items: [CheckedItem]) throws -> [JSONValue] {
        try log(items).at("runs", 0, "results").elements
    }

    @Test func `the log names its version, its schema and all rules`() throws {
        let log = try log(Samples.mixed)
        #expect(log.at("version") == "2.1.0")
        #expect(log.at("$schema") == "https://json.schemastore.org/sarif-2.1.0.json")
        let rules = log.at("runs", 0, "tool", "driver", "rules").elements
        #expect(rules.map { $0.at("id") } == CheckRule.allCases.map { .string($0.rawValue) })
        for rule in rules { #expect(rule.at("shortDescription", "text") != .null) }
    }

    @Test func `each issue is a result of its rule and level`() throws {
        let results = try results(Samples.mixed)
        #expect(results.map { $0.at("level") } == ["error", "warning", "note"])
        let rules = try log(Samples.mixed).at("runs", 0, "tool", "driver", "rules").elements
        for result in results {
            guard case .integer(let index) = result.at("ruleIndex") else {
                Issue.record("no index")
                continue
            }
            #expect(rules[index].at("id") == result.at("ruleId"))
        }
    }

    @Test func `places are URIs, relative ones from the root of the sources`() throws {
        let first = try results(Samples.mixed)[0].at("locations", 0, "physicalLocation", "artifactLocation")
        #expect(first == ["uri": "pictures/a.png", "uriBaseId": "%SRCROOT%"])
        let last = try results(Samples.mixed)[2].at("locations", 0, "physicalLocation", "artifactLocation")
        #expect(last == ["uri": "https://cdn.example/a%20b.png"])
        for (result, name) in zip(try results(Samples.hostile), Samples.hostileNames) {
            let location = result.at("locations", 0, "physicalLocation", "artifactLocation", "uri")
            guard case .string(let uri) = location else {
                Issue.record("no URI")
                continue
            }
            #expect(uri.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}:".utf8.contains($0) })
            #expect(uri.removingPercentEncoding?.utf8.elementsEqual(("pictures/" + name).utf8) == true, "\(uri)")
        }
    }

    @Test func `a fingerprint holds for item, bytes and rule, and for nothing else`() throws {
        let item = Samples.mixed[0]
        func fingerprints(_ item: CheckedItem) throws -> [JSONValue] {
            try results([item]).map { $0.at("partialFingerprints", "pawprintFinding/v1") }
        }
        let before = try fingerprints(item)
        var reworded = item
        reworded.issues[0].message = "other words"
        reworded.issues[0].declared = .number(1)
        #expect(try fingerprints(reworded) == before)
        #expect(Set(before).count == 2)
        let changed = CheckedItem(
            source: item.source, kind: "folder", id: item.id, path: item.path, digest: "other", issues: item.issues)
        #expect(try fingerprints(changed)[0] != before[0])
    }

    @Test func `no object has a member that the standard does not know`() throws {
        let known: [String: Set<String>] = [
            "": ["$schema", "runs", "version"], "runs": ["columnKind", "results", "tool"], "tool": ["driver"],
            "driver": ["name", "rules", "version"], "rules": ["fullDescription", "id", "shortDescription"],
            "fullDescription": ["text"], "shortDescription": ["text"], "message": ["text"],
            "results": [
                "level", "locations", "message", "partialFingerprints", "ruleId", "ruleIndex", "suppressions",
            ],
            "locations": ["logicalLocations", "physicalLocation"], "logicalLocations": ["fullyQualifiedName", "kind"],
            "physicalLocation": ["artifactLocation", "region"], "artifactLocation": ["uri", "uriBaseId"],
            "region": ["startLine"], "partialFingerprints": ["pawprintFinding/v1"],
            "suppressions": ["justification", "kind", "status"],
        ]
        func check(_ value: JSONValue, _ name: String) {
            switch value {
            case .array(let elements): for element in elements { check(element, name) }
            case .object(let object):
                for member in object.members {
                    #expect(known[name]?.contains(member.key) == true, "\(name).\(member.key)")
                    check(member.value, member.key)
                }
            default: break
            }
        }
        var items = Samples.mixed + Samples.hostile
        items[0].issues[0].isKnown = true
        check(try log(items), "")
        for result in try results(items) {
            guard case .string(let text) = result.at("message", "text") else { continue }
            #expect(!text.contains("](") && text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
    }

    @Test func `what a baseline knows is suppressed`() throws {
        var item = Samples.mixed[0]
        item.issues[0].isKnown = true
        let results = try results([item])
        #expect(results[0].at("suppressions", 0, "kind") == "external")
        #expect(results[1].at("suppressions") == .null)
    }
}
