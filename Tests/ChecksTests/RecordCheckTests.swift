import Checks
import Manifests
import Testing

struct RecordCheckTests {
    private func issues(
        _ record: ManifestRecord, policy: CheckPolicy = CheckPolicy(), breaches: BreachPolicy = BreachPolicy()
    ) -> [CheckIssue] {
        RecordCheck.issues(of: record, policy: policy, breaches: breaches)
    }

    @Test func `a record without declaration or failure has no issues`() {
        #expect(issues(.decoded("a")) == [])
    }

    @Test func `a recorded finding is an issue with both sides`() {
        var record = ManifestRecord.decoded("a")
        record.check = CheckSection(
            findings: [Finding(field: .width, declared: .number(1281), decoded: .number(1280), severity: .error)],
            verdict: .mismatch)
        #expect(
            issues(record) == [
                CheckIssue(
                    rule: .width, level: .error, declared: .number(1281), decoded: .number(1280),
                    message: "declared 1281, decoded 1280")
            ])
        #expect(issues(record, breaches: BreachPolicy(mismatches: false)).map(\.level) == [.warning])
    }

    @Test func `one changed byte of a declaration is found without a recorded finding, and only that`() {
        var record = ManifestRecord.decoded("a")
        record.declared = Declaration(
            width: 1280, height: 1699, bytes: 371_730, extension: "jpg",
            colors: Declaration.Colors(main: "#EBC6C5", palette: ["#33272B", "#F4D8D7"]))
        record.check = CheckSection()
        #expect(issues(record).map(\.rule) == [.height])
        #expect(issues(record, policy: CheckPolicy(metadata: nil)) == [])
        #expect(issues(record, policy: CheckPolicy(metadata: .warning)).map(\.level) == [.warning])
    }

    @Test func `other colors are a warning in few words, another main color a notice`() {
        var record = ManifestRecord.decoded("a")
        record.declared = Declaration(colors: Declaration.Colors(main: "#00FF00", palette: ["#00FF00", "#0000FF"]))
        let found = issues(record)
        #expect(found.map(\.rule) == [.palette, .mainColor])
        #expect(found.map(\.level) == [.warning, .notice])
        #expect(found[0].message.hasPrefix("declared colors are "))
        #expect(found[0].declared == .text("#00FF00 #0000FF"))
    }

    @Test func `a failure is an issue with its stage and code, and nothing else is said`() {
        var record = ManifestRecord.decoded("a")
        record.declared = Declaration(width: 1)
        record.error = ErrorSection(stage: "decode", code: "truncated", message: "ends early")
        #expect(
            issues(record) == [
                CheckIssue(rule: .failure, level: .error, code: "truncated", message: "decode: ends early")
            ])
        #expect(issues(record, breaches: BreachPolicy(failures: false)).map(\.level) == [.warning])
    }

    @Test(
        arguments: [
            ("a.png", true), ("a.JPG", false), ("a.jpeg", false), ("a.jfif", false), ("a", false), ("a.txt", false),
            ("a.png/b", false), ("b.webp", true), ("", false), (".png", true),
        ])
    func `a name that promises another format is a warning`(name: String, isWrong: Bool) {
        var record = ManifestRecord.decoded("a")
        record.fileName = name
        #expect(issues(record).map(\.rule) == (isWrong ? [.format] : []))
        #expect(issues(record).allSatisfy { $0.level == .warning })
        record.declared = Declaration(extension: "png")
        #expect(issues(record).map(\.rule) == [.extension])
    }
}
