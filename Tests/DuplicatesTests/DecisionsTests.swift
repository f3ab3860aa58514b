import Duplicates
import Testing
import TestSupport

@Suite struct DecisionsTests {
    private static let digests = ["a", "b", "c", "d"].map { String(repeating: $0, count: 64) }

    private static let pictures: [Picture] = {
        let scene = Scene(seed: 1)
        return [
            scene.resized(width: 320, height: 240).picture(ticket: 0, path: "large", digest: digests[0]),
            scene.picture(ticket: 1, path: "middle", digest: digests[1]),
            scene.damaged(by: 5).picture(ticket: 2, path: "damaged", digest: digests[2]),
        ]
    }()

    private func lines(_ text: String) throws -> Decisions { try Decisions(lines: Array(text.utf8)) }

    @Test func `lines are read, and what is wrong is told with its line`() throws {
        let (one, other) = (Self.digests[0], Self.digests[1])
        let read = try lines(
            """
            {"decision": "not-duplicates", "sha256": ["\(one)", "\(other)"], "note": "mine"}

            {"decision": "keep", "keep": "\(one)", "sha256": ["\(other)"]}
            """)
        #expect(read == Decisions([.notDuplicates([one, other]), .keep(one, among: [other])]))
        #expect(try lines("").isEmpty)
        let wrong: [(String, DecisionsError)] = [
            ("\n[1]", .wrongShape(line: 2, expected: "an object")),
            ("{\"decision\": \"keep\"}", .wrongShape(line: 1, expected: "a list of at most 10000 digests in sha256")),
            (
                "{\"decision\": \"keep\", \"sha256\": [\"A\"]}",
                .wrongShape(line: 1, expected: "SHA-256 in lower-case hexadecimal")
            ),
            ("{\"decision\": \"keep\", \"sha256\": []}", .wrongShape(line: 1, expected: "a SHA-256 in keep")),
            (
                "{\"decision\": \"not-duplicates\", \"sha256\": [\"\(one)\", \"\(one)\"]}",
                .wrongShape(line: 1, expected: "two digests in sha256")
            ),
            (
                "{\"decision\": \"drop\", \"sha256\": [\"\(one)\"]}",
                .wrongShape(line: 1, expected: "decision not-duplicates or keep")
            ),
        ]
        for (text, expected) in wrong { #expect(throws: expected) { _ = try lines(text) } }
        #expect(throws: DecisionsError.self) { _ = try lines("{") }
    }

    @Test func `what was told apart is not grouped, whatever the verdict`() {
        let apart = Decisions([.notDuplicates([Self.digests[0], Self.digests[1]])])
        let result = Deduplication(of: Self.pictures, decisions: apart)
        for group in result.groups {
            let all = [group.keeper] + group.members.map(\.index)
            #expect(!(all.contains(0) && all.contains(1)))
        }
        #expect(result.groups.count == 1)
        #expect(!result.kinships.contains { $0.a == 0 && $0.b == 1 })
    }

    @Test func `what somebody kept is kept, and asked again when another joins`() throws {
        let chosen = Decisions([.keep(Self.digests[2], among: [Self.digests[0], Self.digests[1]])])
        let group = try #require(Deduplication(of: Self.pictures, decisions: chosen).groups.first)
        #expect(group.keeper == 2 && group.isDecided && group.reason == "decided")
        #expect(group.members.map(\.index) == [0, 1])
        let fourth = Scene(seed: 1).damaged(by: 3).picture(ticket: 3, path: "new", digest: Self.digests[3])
        let joined = try #require(Deduplication(of: Self.pictures + [fourth], decisions: chosen).groups.first)
        #expect(joined.keeper == 2 && !joined.isDecided && joined.members.count == 3)
        #expect(Deduplication(of: Self.pictures).groups.first?.isDecided == false)
    }

    @Test func `of two that somebody kept none is dropped`() {
        let both = Decisions([.keep(Self.digests[1], among: []), .keep(Self.digests[2], among: [])])
        let dropped = Deduplication(of: Self.pictures, decisions: both).groups.flatMap { $0.members.map(\.index) }
        #expect(dropped == [0])
    }
}
