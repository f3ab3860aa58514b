import Checks
import Manifests
import Testing

struct CheckSurveyTests {
    private func items(
        _ records: [ManifestRecord], breaches: BreachPolicy = BreachPolicy(),
        compare: CheckSurvey.Comparison = { _, _ in nil }
    ) -> [CheckedItem] {
        var survey = CheckSurvey(breaches: breaches)
        for record in records { survey.add(record, source: "test", path: nil) }
        var items = survey.items(comparing: compare)
        SameArtwork.hint(&items)
        return items
    }

    private let original = ManifestRecord.decoded(
        "nekosia:7/original", item: "7", variant: "original",
        group: GroupSection(role: .keeper, id: "g1", keeper: "nekosia:7/original"))

    private func compressed(_ group: GroupSection) -> ManifestRecord {
        .decoded("nekosia:7/compressed", item: "7", variant: "compressed", group: group)
    }

    @Test func `a compressed form that is a copy is no finding, also where copies break the policy`() {
        let group = GroupSection(role: .duplicate, id: "g1", keeper: original.id, relation: "resized")
        let found = items([original, compressed(group)], breaches: BreachPolicy(duplicates: true))
        #expect(found.flatMap(\.issues) == [])
    }

    @Test(arguments: [("alternate", "error"), ("unrelated", "error"), ("recolored", "warning"), ("near", "warning")])
    func `a form that shows something else is found`(relation: String, level: String) {
        let other = compressed(GroupSection(role: .unique))
        let found = items([original, other]) { first, second in
            #expect([first, second] == [0, 1])
            return relation
        }
        #expect(found[0].issues == [])
        #expect(found[1].issues.map(\.rule) == [.variant])
        #expect(found[1].issues.map(\.level.rawValue) == [level])
        #expect(found[1].issues.first?.other == original.id)
        #expect(found[1].issues.first?.decoded == .text(relation))
    }

    @Test func `forms that nobody could compare are a warning`() {
        let found = items([original, compressed(GroupSection(role: .unique))])
        #expect(found[1].issues.map(\.level) == [.warning])
        #expect(found[1].issues.first?.decoded == .text("not compared"))
    }

    @Test func `two forms that are both copies of a third are the same picture`() {
        let one = ManifestRecord.decoded(
            "nekosia:7/original", item: "7", variant: "original",
            group: GroupSection(role: .duplicate, id: "g1", keeper: "x", relation: "reencoded"))
        let other = compressed(GroupSection(role: .duplicate, id: "g1", keeper: "x", relation: "resized"))
        let found = items([.decoded("x"), one, other]) { _, _ in
            Issue.record("settled by the groups")
            return nil
        }
        #expect(found.flatMap(\.issues) == [])
    }

    @Test func `animations that the matcher leaves open are no finding`() {
        #expect(VariantCheck.finding(relation: "near", other: "a", areAnimated: true) == nil)
        #expect(VariantCheck.finding(relation: "unrelated", other: "a", areAnimated: true)?.severity == .error)
    }

    @Test func `copies and other versions are issues only where they break the policy`() {
        let copy = ManifestRecord.decoded(
            "b", group: GroupSection(role: .duplicate, id: "g1", keeper: "a", relation: "reencoded"))
        let version = ManifestRecord.decoded(
            "c", group: GroupSection(role: .alternate, id: "g1", keeper: "a", relation: "alternate"))
        let records = [.decoded("a"), copy, version]
        #expect(items(records).flatMap(\.issues) == [])
        #expect(
            items(records, breaches: BreachPolicy(duplicates: true)).flatMap(\.issues) == [
                CheckIssue(rule: .duplicate, level: .error, other: "a", message: "a copy of a (reencoded)")
            ])
        #expect(
            items(records, breaches: BreachPolicy(alternates: true)).flatMap(\.issues).map(\.rule) == [.alternate])
    }

    @Test func `one artwork in two services is a notice, whatever the policy`() {
        let page = "https://www.pixiv.net/en/artworks/7"
        let found = items([
            .decoded("a", kind: "nekosia", page: page), .decoded("b", kind: "nekosbest", page: page),
            .decoded("c", kind: "nekosbest", page: "https://www.pixiv.net/"),
        ])
        #expect(found.map { $0.issues.map(\.level) } == [[.notice], [.notice], []])
        #expect(found[0].issues.first?.message == "names the same artwork as b (pixiv:7)")
        #expect(found.allSatisfy { !$0.issues.contains(where: \.isBreach) })
    }
}
