import JSONText
import Manifests
import Testing

private let group = GroupLine(
    id: "g000001", keeper: "a.png", reason: "more pixels",
    members: [
        GroupLine.Member(
            id: "b.jpg", relation: "resized", distance: 12, evidence: ["scale_permille": 500, "box": [0, 0, 8, 8]],
            reason: "half as large"),
        GroupLine.Member(id: "c.jpg", relation: "reencoded", distance: 2, reason: "even damage"),
        GroupLine.Member(id: "d.jpg", relation: "reencoded", distance: 0, reason: "even damage"),
    ],
    alternates: [GroupLine.Member(id: "e.png", relation: "alternate", distance: 40, reason: "another face")])

private let line = """
    {"alternates":[{"distance":40,"evidence":{},"id":"e.png","reason":"another face","relation":"alternate"}],\
    "guarantee":{"distance":12,"relations":["reencoded","resized"]},"id":"g000001","keeper":"a.png",\
    "members":[{"distance":12,"evidence":{"box":[0,0,8,8],"scale_permille":500},"id":"b.jpg",\
    "reason":"half as large","relation":"resized"},{"distance":2,"evidence":{},"id":"c.jpg",\
    "reason":"even damage","relation":"reencoded"},{"distance":0,"evidence":{},"id":"d.jpg",\
    "reason":"even damage","relation":"reencoded"}],"reason":"more pixels","schema":"pawprint.group/1"}
    """

struct GroupLineTests {
    @Test func `a group is this line, and its guarantee holds for members only`() throws {
        #expect(String(decoding: group.encoded(), as: UTF8.self) == line)
        #expect(try JSONValue(parsing: group.encoded()).encoded() == group.encoded())
    }

    @Test func `a group is read back`() throws {
        #expect(try GroupLine.groups(in: Array("\(line)\n\n\(line)\n".utf8)) == [group, group])
    }

    @Test func `a group without members promises distance 0`() {
        let empty = GroupLine(id: "g", keeper: "k", reason: "", members: [])
        #expect(empty.largestDistance == 0)
        #expect(empty.relations == [])
    }

    @Test func `a member without a relation says where`() {
        let text = #"{"schema":"pawprint.group/1","id":"g","keeper":"k","reason":"","members":[{"id":"m"}]}"#
        #expect(throws: ManifestError.missing(line: 3, path: "$.members[0].relation", expected: "a string")) {
            try GroupLine.decode(Array(text.utf8)[...], line: 3)
        }
    }

    @Test func `a line of a manifest is no group`() {
        let expected = ManifestError.wrongSchema(line: 1, expected: GroupLine.schema, found: ManifestRecord.schema)
        #expect(throws: expected) { try GroupLine.groups(in: ManifestLine.encode(Samples.full)) }
    }
}
