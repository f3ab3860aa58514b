import Manifests
import Testing

@Suite struct InheritanceTests {
    private func record(_ id: String, _ annotations: Annotations, page: String? = nil) -> ManifestRecord {
        ManifestRecord(id: id, source: SourceSection(kind: "list", page: page), annotations: annotations)
    }

    @Test func `a keeper takes over what it does not say itself`() {
        let keeper = record("k", Annotations(tags: ["catgirl"], category: "catgirl", rating: "safe"))
        let other = record(
            "d",
            Annotations(
                tags: ["catgirl", "hoodie"], category: "catgirl", artist: .init(name: "A"), rating: "suggestive"),
            page: "https://art.example/1")
        let inheritance = Inheritance(of: other, for: keeper, behind: [])
        #expect(
            inheritance
                == Inheritance(
                    from: "d",
                    annotations: Annotations(tags: ["hoodie"], artist: .init(name: "A"), rating: "suggestive"),
                    page: "https://art.example/1"))
    }

    @Test func `what an earlier one of the group said is not taken over twice`() {
        let keeper = record("k", Annotations())
        let first = record("a", Annotations(tags: ["hoodie"]), page: "https://art.example/1")
        let second = record("b", Annotations(tags: ["hoodie"]), page: "https://art.example/1")
        let inherited = [Inheritance(of: first, for: keeper, behind: [])].compactMap(\.self)
        #expect(inherited.count == 1)
        #expect(Inheritance(of: second, for: keeper, behind: inherited) == nil)
    }

    @Test func `what is taken over is written and read back`() throws {
        var kept = record("k", Annotations())
        kept.group = GroupSection(role: .keeper, id: "g000001", keeper: "k", reason: "first by path")
        kept.group?.inherited = [
            Inheritance(
                from: "d", annotations: Annotations(tags: ["hoodie"], artist: .init(name: "A")), direct: "https://a/1")
        ]
        let line = ManifestLine.encode(kept)
        #expect(
            String(decoding: line, as: UTF8.self).contains(
                "\"inherited\":[{\"artist\":{\"name\":\"A\",\"url\":null},\"direct\":\"https://a/1\",\"from\":\"d\",\"tags\":[\"hoodie\"]}],\"keeper\""
            ))
        #expect(try ManifestLine.decode(line[...], line: 1) == kept)
    }
}
