import JSONText
import Sourcing
import Testing

@Suite struct JSONLinesTests {
    func list(_ lines: String...) -> ListSource {
        ListSource(bytes: Array(lines.joined(separator: "\n").utf8), name: "pics/a.jsonl", folder: "pics")
    }

    @Test func `known keys are facts and all others are kept`() throws {
        let line = """
            {"url": "https://h/a.png", "id": 17, "tags": ["catgirl", "hoodie"], "artist": {"name": "N", "url": "U", "since": 2},
            "category": "catgirl", "rating": "safe", "anime": null, "character": "C", "copyright": "©", "score": 1.5, "more": {"b": [true]},
            "declared": {"width": 10, "height": 20.0, "bytes": 0, "extension": "png", "frames": 1, "colors": {"main": "#FFFFFF",
            "palette": ["#000000"]}, "checksum": "x"}}
            """
        let item = try #require(try items(list(line.replacing("\n", with: " "))).first)
        #expect(item.id == "17")
        #expect(item.locator == .url("https://h/a.png"))
        var declared = DeclaredFacts()
        (declared.width, declared.height, declared.bytes, declared.frames) = (10, 20, 0, 1)
        (declared.fileExtension, declared.mainColor, declared.palette) = ("png", "#FFFFFF", ["#000000"])
        #expect(item.declared == declared)
        var said = ItemAnnotations()
        said.tags = ["catgirl", "hoodie"]
        said.artist = ItemAnnotations.Artist(name: "N", url: "U")
        (said.category, said.rating, said.character, said.copyright) = ("catgirl", "safe", "C", "©")
        said.extra = [
            "score": .number(1.5), "more": ["b": [true]], "artist": ["since": 2], "declared": ["checksum": "x"],
        ]
        #expect(item.annotations == said)
    }

    @Test func `a manifest is a list, with its annotations and where they came from`() throws {
        let line = """
            {"annotations":{"anime":null,"artist":{"name":"N","url":null},"category":"catgirl","character":null,"copyright":null,\
            "rating":"safe","tags":["catgirl"]},"check":{"verdict":"match"},"colors":{"main":"#EBC6C5","palette":["#F4D8D7"]},\
            "declared":{"bytes":371730,"colors":{"main":"#E1CACA","palette":["#111111"]},"extension":"jpeg","height":1698,"width":1280},\
            "error":null,"file":{"bytes":371730,"format":"jpeg","sha256":"5f"},"file_name":"images/5f/5f.jpg","fingerprint":{"kind":"pdq/1"},\
            "group":null,"id":"nekosia:67f3/compressed","image":{"width":1280},"schema":"pawprint.image/1","source":{"direct":"D",\
            "item":"67f3","kind":"nekosia","page":"P","url":"https://h/67f3.jpg","variant":"compressed"},"status":"ok"}
            """
        let item = try #require(try items(list(line)).first)
        #expect(item.id == "nekosia:67f3/compressed")
        #expect(item.locator == .file(path: "pics/images/5f/5f.jpg"))
        #expect(
            [item.kind, item.item, item.variant, item.page, item.direct, item.url] == [
                "nekosia", "67f3", "compressed", "P", "D", "https://h/67f3.jpg",
            ])
        #expect(item.declared?.mainColor == "#E1CACA")
        #expect(item.declared?.palette == ["#111111"])
        #expect(item.annotations.artist == ItemAnnotations.Artist(name: "N"))
        #expect(item.annotations.extra.isEmpty)
    }

    @Test func `a manifest line without a file is fetched from its source`() throws {
        let line =
            #"{"schema":"pawprint.image/1","id":"x","source":{"kind":"list","url":"https://h/x"},"status":"failed"}"#
        #expect(try items(list(line)).first?.locator == .url("https://h/x"))
    }

    @Test func `keys in any order make the same item`() throws {
        let one = try items(list(#"{"path":"a","x":{"p":1,"q":2},"y":[1]}"#))
        #expect(try items(list(#"{"y":[1],"x":{"q":2,"p":1},"path":"a"}"#)) == one)
    }

    @Test(arguments: [
        (#"{"path":"a""#, "not JSON: expected a comma or '}', found the end of the text, at column 12"),
        (#"{"path" "a"}"#, "not JSON: expected a colon after the key, found '\"', at column 9"),
        (#"{path:1}"#, "not JSON: expected a key in quotes, found 'p', at column 2"),
        (#"{"path":"a"} x"#, "not JSON: expected the end of the text, found 'x', at column 14"),
        (#"{"path":"a"#, "not JSON: expected a closing quote, found the end of the text, at column 11"),
        (#"{"path":"\x"}"#, #"not JSON: expected one of "\/bfnrtu after the backslash, found 'x', at column 11"#),
        (
            #"{"path":"\ud800"}"#,
            "not JSON: expected the escapes of a surrogate pair, found half of one, at column 12"
        ),
        (#"{"path":"a","path":"b"}"#, "not JSON: the key 'path' stands twice in one object, at column 13"),
        (#"{"a":[1,]}"#, "not JSON: expected a value, found ']', at column 9"),
        (#"{"a":01}"#, "not JSON: expected a comma or '}', found '1', at column 7"),
        (#"{"a":1.}"#, "not JSON: expected a digit, found '}', at column 8"),
        (#"{"a":-}"#, "not JSON: expected a digit, found '}', at column 7"),
        (#"{"a":1e999}"#, "not JSON: expected a number that fits 64-bit floating point, at column 6"),
        (#"{"a":tru}"#, "not JSON: expected a value, found 't', at column 6"),
        (#"17"#, "expected a JSON object, found an integer"),
        (#"{}"#, "expected a key 'path', 'file_name', 'file' or 'url'"),
        (#"{"filename":"a"}"#, "expected a key 'path', 'file_name', 'file' or 'url'; is 'filename' misspelled?"),
        (#"{"path":["a"]}"#, "'path': expected a string, found an array"),
        (#"{"path":"a","width":"10"}"#, "'width': expected a whole number of at least 1, found a string"),
        (#"{"path":"a","declared":{"width":0}}"#, "'declared.width': expected a whole number of at least 1, found 0"),
        (#"{"path":"a","declared":7}"#, "'declared': expected an object, found an integer"),
        (#"{"path":"a","tags":[1]}"#, "'tags': expected an array of strings, found in it an integer"),
        (#"{"path":"a","artist":[1]}"#, "'artist': expected a string or an object of name and url, found an array"),
        (#"{"schema":"pawprint.image/2","path":"a"}"#, "expected schema 'pawprint.image/1', found 'pawprint.image/2'"),
    ])
    func `a bad line is a problem that says what was expected, and the next follows`(line: String, message: String)
        throws
    {
        let source = list(#"{"path":"first"}"#, line, "", #"{"path":"last"}"#)
        #expect(try ids(source) == ["first", "! a.jsonl:2: " + message, "last"])
        guard case .problem(let problem) = try listing(source)[1] else { return }
        #expect(problem.id == "a.jsonl:2")
        #expect(problem.code == "list-bad-line")
        #expect(problem.kind == "list")
    }

    @Test func `deep nesting is refused and bad UTF-8 too`() throws {
        let deep = #"{"a":"# + String(repeating: "[", count: 100_000)
        #expect(
            try ids(list(deep)) == [
                "! a.jsonl:1: not JSON: expected at most 64 arrays and objects in one another, at column 69"
            ])
        let source = ListSource(bytes: Array(#"{"path":""#.utf8) + [0xFF] + Array(#""}"#.utf8), name: "a.jsonl")
        #expect(try ids(source) == ["! a.jsonl:1: not JSON: expected a string in UTF-8, at column 10"])
    }

    @Test func `escapes and numbers are read exactly`() throws {
        let line =
            #"{"path":"\u00e9\ud83d\udc3e\n\t\/\"\\","big":9223372036854775807,"over":9223372036854775808,"neg":-0.5e-1}"#
        let item = try #require(try items(list(line)).first)
        #expect(item.id == "é🐾\n\t/\"\\")
        #expect(
            item.annotations.extra == [
                "big": .integer(.max), "over": .number(9_223_372_036_854_775_808), "neg": .number(-0.05),
            ])
    }

    @Test func `a JSON document is no list of lines`() {
        #expect(throws: SourceError.notLines(file: "a.json")) {
            try listing(ListSource(bytes: Array("[{\"path\":\"a\"}]".utf8), name: "a.json"))
        }
    }

    @Test func `a line cut at every length is a problem or an item and never a crash`() throws {
        let line = Array(#"{"path":"a\u00e9","declared":{"width":1.5e3},"x":[true,null,{"k":-0.1}],"tags":"a,b"}"#.utf8)
        for length in 0...line.count {
            let listed = try listing(ListSource(bytes: Array(line[..<length]), name: "a.jsonl"))
            #expect(listed.count == (length == 0 ? 0 : 1))
        }
    }
}
