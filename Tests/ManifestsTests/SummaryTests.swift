import JSONText
import Manifests
import TestSupport
import Testing

struct SummaryTests {
    @Test func `everything is counted, sorted, and readable`() {
        var summary = Summary(
            spec: ["name": "cats", "dedup": ["maxDistance": 31]],
            versions: ["fingerprint": "pdq/1", "colors": "color-thief-oklch/1"])
        summary.count(Samples.full)
        var failed = ManifestRecord(id: "x", source: SourceSection(kind: "folder"))
        failed.error = ErrorSection(stage: "decode", code: "truncated", message: "")
        summary.count(failed)
        summary.count(failed)
        summary.groups = 1
        summary.count(GroupSection(role: .alternate, relation: "alternate"))
        let text = """
            {
              "counts": {
                "errors": {
                  "truncated": 2
                },
                "findings": {
                  "width": 1
                },
                "groups": 1,
                "items": 3,
                "relations": {
                  "alternate": 1,
                  "resized": 1
                },
                "roles": {
                  "alternate": 1,
                  "duplicate": 1,
                  "keeper": 0,
                  "unique": 0
                },
                "status": {
                  "failed": 2,
                  "ok": 1
                },
                "verdicts": {
                  "mismatch": 1
                }
              },
              "schema": "pawprint.summary/1",
              "spec": {
                "dedup": {
                  "maxDistance": 31
                },
                "name": "cats"
              },
              "versions": {
                "colors": "color-thief-oklch/1",
                "fingerprint": "pdq/1",
                "schema": "pawprint.image/1"
              }
            }

            """
        #expect(String(decoding: summary.encoded(), as: UTF8.self) == text)
        #expect(summary.errors["truncated"] == 2)
        #expect(summary.errors["nothing"] == 0)
        #expect(summary.roles.counts.map(\.count) == [1, 1, 0, 0])
    }
}
