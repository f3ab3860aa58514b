import CheckReports
import Checks
import Testing

struct BaselineTests {
    private func baseline(_ text: String) throws(BaselineError) -> Baseline { try Baseline(parsing: Array(text.utf8)) }

    @Test func `what was written is known, and breaks nothing`() throws {
        let baseline = try Baseline(parsing: Baseline.text(of: Samples.hostile + Samples.mixed))
        var items = Samples.hostile + Samples.mixed
        #expect(baseline.mark(&items).isEmpty)
        #expect(!items.contains { $0.issues.contains(where: \.isBreach) })
        #expect(baseline.entries.count == Samples.hostile.count + 2, "notices need no entry")
    }

    @Test func `a new finding, other bytes or another rule are not known`() throws {
        let baseline = try Baseline(parsing: Baseline.text(of: [Samples.mixed[0]]))
        let old = Samples.mixed[0]
        var items = [
            CheckedItem(source: "", kind: "folder", id: old.id, digest: "other", issues: old.issues),
            CheckedItem(source: "", kind: "folder", id: "other", digest: old.digest, issues: old.issues),
            CheckedItem(
                source: "", kind: "folder", id: old.id, digest: old.digest,
                issues: [CheckIssue(rule: .height, level: .error, message: "")]),
        ]
        let stale = baseline.mark(&items)
        #expect(items.flatMap(\.issues).allSatisfy { !$0.isKnown })
        #expect(stale.map(\.line) == [1, 2])
        #expect(stale.map(\.entry.rule) == [.width, .format])
    }

    @Test func `names that differ only in the composition of accents are different`() throws {
        let issue = CheckIssue(rule: .width, level: .error, message: "")
        let baseline = try Baseline(
            parsing: Baseline.text(of: [CheckedItem(source: "", kind: "folder", id: "é", issues: [issue])]))
        var items = [CheckedItem(source: "", kind: "folder", id: "e\u{301}", issues: [issue])]
        #expect(baseline.mark(&items).count == 1)
        #expect(items[0].issues[0].isBreach)
    }

    @Test func `the file is lines with sorted keys, each entry once`() {
        var item = Samples.mixed[0]
        item.issues.append(item.issues[0])
        let digest = String(repeating: "0f", count: 32)
        #expect(
            String(decoding: Baseline.text(of: [item]), as: UTF8.self) == """
                {"id":"a.png","rule":"width","schema":"pawprint.baseline/1","sha256":"\(digest)"}
                {"id":"a.png","rule":"format","schema":"pawprint.baseline/1","sha256":"\(digest)"}

                """)
    }

    @Test(
        arguments: [
            ("{", "line 1, byte 2: expected a key in quotes, found the end of the text"),
            ("\n[]", "line 2, $: expected an object, found an array"),
            (
                #"{"id":"a","rule":"width","schema":"pawprint.image/1"}"#,
                #"line 1, $.schema: expected "pawprint.baseline/1", found "pawprint.image/1""#
            ),
            (
                #"{"rule":"width","schema":"pawprint.baseline/1"}"#, "line 1, $.id: missing, expected a string"
            ),
        ])
    func `a wrong line is named with what was expected`(text: String, message: String) {
        let error = #expect(throws: BaselineError.self) { try baseline(text) }
        #expect(error?.description == message)
    }

    @Test func `an unknown rule is named with all that there are`() {
        let error = #expect(throws: BaselineError.self) {
            try baseline(#"{"id":"a","rule":"breadth","schema":"pawprint.baseline/1"}"#)
        }
        #expect(error?.description.contains(#""main-color" or "format""#) == true)
        #expect(error?.description.hasSuffix(#"found "breadth""#) == true)
    }
}
