import JSONText
import Manifests
import Randomness
import Testing

private let fullLine = """
    {"annotations":{"anime":null,"artist":{"name":"Ä/\\"B\\"","url":"https://www.pixiv.net/users/1"},\
    "category":"catgirl","character":null,"copyright":"(c)","extra":{"a":[1,0.5,true],"z":null},"rating":"safe",\
    "tags":["catgirl","blue-hair"]},"check":{"findings":[{"declared":1280,"decoded":1279,"field":"width",\
    "severity":"error"}],"main":null,"palette":{"distance":3,"verdict":"match"},"verdict":"mismatch"},\
    "colors":{"main":"#EBC6C5","method":"color-thief-oklch/1","palette":["#F4D8D7","#33272B"],"shares":[212,90]},\
    "declared":{"bytes":371730,"colors":{"main":"#E1CACA","palette":["#E1CACA"]},"extension":"jpeg","frames":null,\
    "height":1698,"width":1280},"error":null,"file":{"bytes":371730,"format":"jpeg",\
    "sha256":"5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f5f"},"file_name":"images/5f/5f0c.jpg",\
    "fingerprint":{"kind":"pdq/1","quality":98,\
    "value":"0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"},"group":{"distance":4,"id":"g000012",\
    "keeper":"nekosia:67f3/original","reason":"fewer pixels of its own","relation":"resized","role":"duplicate"},\
    "id":"nekosia:67f3/compressed","image":{"alpha":"none","duration_ms":null,"frames":1,"height":1698,"loops":null,\
    "lossless":false,"metadata_bytes":0,"orientation":1,"quality":83,"width":1279},"schema":"pawprint.image/1","source":{"direct":"https://i.pximg.net/1_p0.png",\
    "item":"67f3","kind":"nekosia","page":"https://nekosia.cat/p","url":"https://cdn.nekosia.cat/a.jpg",\
    "variant":"compressed"},"status":"ok"}
    """

struct ManifestLineTests {
    @Test func `a full record is this line`() {
        #expect(String(decoding: ManifestLine.encode(Samples.full), as: UTF8.self) == fullLine)
    }

    @Test func `an item that stopped at once has no sections but the first and its error`() {
        var record = ManifestRecord(id: "a.png", source: SourceSection(kind: "folder", item: "a.png"))
        record.error = ErrorSection(stage: "fetch", code: "not-found", message: "no such file")
        let line = """
            {"annotations":{"anime":null,"artist":null,"category":null,"character":null,"copyright":null,"rating":null,\
            "tags":[]},"error":{"code":"not-found","message":"no such file","stage":"fetch"},"file_name":null,\
            "id":"a.png","schema":"pawprint.image/1","source":{"direct":null,"item":"a.png","kind":"folder",\
            "page":null,"url":null,"variant":null},"status":"failed"}
            """
        #expect(String(decoding: ManifestLine.encode(record), as: UTF8.self) == line)
        #expect(record.status == .failed)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `what is written is read back, sorted and on one line`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let record = Samples.record(&random)
            let line = ManifestLine.encode(record)
            #expect(try ManifestLine.decode(line[...], line: 1) == record)
            #expect(!line.contains(UInt8(ascii: "\n")))
            // A parsed object is sorted, so this holds only for a line whose keys are.
            #expect(try JSONValue(parsing: line).encoded() == line)
        }
    }

    @Test func `a buffer takes line after line`() throws {
        var buffer: [UInt8] = []
        for _ in 0..<2 {
            ManifestLine.write(Samples.full, into: &buffer)
            buffer.append(UInt8(ascii: "\n"))
        }
        #expect(String(decoding: buffer, as: UTF8.self) == fullLine + "\n" + fullLine + "\n")
        #expect(try ManifestLine.records(in: buffer) == [Samples.full, Samples.full])
    }

    @Test(arguments: [6, 7] as [UInt64])
    func `a draft becomes the line when its group is put in`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            var record = Samples.record(&random)
            // Behind other lines: the place counts from the beginning of the buffer.
            var draft = Array("other\n".utf8)
            let place = ManifestLine.writeDraft(record, into: &draft)
            record.group = GroupSection(role: .unique)
            draft.insert(contentsOf: ManifestLine.member(GroupSection(role: .unique)), at: place)
            #expect(draft == Array("other\n".utf8) + ManifestLine.encode(record))
        }
    }

    @Test func `order, white space, empty lines and unknown keys are no errors`() throws {
        let text = """
            \r
            { "status" : "ok", "new" : {"a": [1]}, "error":null, "source":{"kind":"list","else":1}, "id":"x",\
             "schema":"pawprint.image/1" }\r

            """
        let record = ManifestRecord(id: "x", source: SourceSection(kind: "list"))
        #expect(try ManifestLine.records(in: Array(text.utf8)) == [record])
    }
}

/// The beginning of a line that wants only its end.
private let start = #"{"id":"x","schema":"pawprint.image/1","source":{"kind":"list"},"status":"ok""#

private let wrongLines: [(String, ManifestError)] = [
    ("[1]", .wrongType(line: 7, path: "$", expected: "an object", found: "an array")),
    ("{", .notJSON(line: 7, syntax: JSONSyntaxError(offset: 1, fault: .expected(.key, found: nil)))),
    ("{}", .missing(line: 7, path: "$.schema", expected: "a string")),
    (
        #"{"schema":"pawprint.image/2"}"#,
        .wrongSchema(line: 7, expected: "pawprint.image/1", found: "pawprint.image/2")
    ),
    (#"{"schema":"pawprint.image/1"}"#, .missing(line: 7, path: "$.id", expected: "a string")),
    (#"\#(start),"file":[]}"#, .wrongType(line: 7, path: "$.file", expected: "an object", found: "an array")),
    (#"\#(start),"file":{"bytes":1}}"#, .missing(line: 7, path: "$.file.sha256", expected: "a string")),
    (
        #"\#(start),"file":{"bytes":1.5,"sha256":""}}"#,
        .wrongType(line: 7, path: "$.file.bytes", expected: "an integer", found: "a number")
    ),
    (
        #"\#(start),"annotations":{"tags":["a",1]}}"#,
        .wrongType(line: 7, path: "$.annotations.tags[1]", expected: "a string", found: "an integer")
    ),
    (
        #"\#(start),"group":{"role":"king"}}"#,
        .invalid(
            line: 7, path: "$.group.role", expected: #""keeper" or "duplicate" or "alternate" or "unique""#,
            found: "\"king\"")
    ),
    (
        #"\#(start),"check":{"verdict":"match","findings":[{"field":"width","declared":true}]}}"#,
        .wrongType(
            line: 7, path: "$.check.findings[0].declared", expected: "an integer or a string", found: "a boolean")
    ),
    (
        #"\#(start),"error":{"stage":"decode","code":"c","message":"m"}}"#,
        .invalid(line: 7, path: "$.status", expected: "\"failed\", as \"error\" says", found: "\"ok\"")
    ),
]

struct ManifestErrorTests {
    @Test(arguments: wrongLines)
    func `a line that is wrong says where and why`(text: String, expected: ManifestError) {
        #expect(throws: expected) { try ManifestLine.decode(Array(text.utf8)[...], line: 7) }
    }

    @Test func `the number of the line is counted`() {
        let text = ManifestLine.encode(Samples.full) + Array("\n\n{\"a\" 1}\n".utf8)
        let expected = ManifestError.notJSON(
            line: 3, syntax: JSONSyntaxError(offset: 5, fault: .expected(.colon, found: UInt8(ascii: "1"))))
        #expect(throws: expected) { try ManifestLine.records(in: text) }
        #expect(expected.description == "line 3, byte 6: expected a colon after the key, found '1'")
    }

    @Test func `a line cut anywhere is an error`() {
        let line = ManifestLine.encode(Samples.full)
        for length in 0..<line.count {
            #expect(throws: ManifestError.self) { try ManifestLine.decode(line[..<length], line: 1) }
        }
    }
}
