import Foundation
import Sourcing
import TestSupport
import Testing

@Suite struct PlainListTests {
    func list(_ text: String, format: ListFormat? = .plain, folder: String = "") -> ListSource {
        ListSource(bytes: Array(text.utf8), name: "list.txt", format: format, folder: folder)
    }

    @Test func `each line is a path or a URL exactly as it stands`() throws {
        let listed = try items(list("a.png\n\n# b.png \r\nhttps://example.com/c.png\n/d,\"e\".png", folder: "pics"))
        #expect(listed.map(\.id) == ["a.png", "# b.png ", "https://example.com/c.png", "/d,\"e\".png"])
        #expect(
            listed.map(\.locator) == [
                .file(path: "pics/a.png"), .file(path: "pics/# b.png "), .url("https://example.com/c.png"),
                .file(path: "/d,\"e\".png"),
            ])
        #expect(listed.allSatisfy { $0.kind == "list" && $0.declared == nil && $0.annotations.isEmpty })
    }

    @Test func `zero bytes separate paths with line ends in them`() throws {
        #expect(try ids(list("a\nb.png\0c.png\r\0", format: .zeroSeparated)) == ["a\nb.png", "c.png\r"])
    }

    @Test func `a path that is no UTF-8 is kept as bytes`() throws {
        let source = ListSource(bytes: [0xFF, 0x0A], name: "list.txt", folder: "f")
        let item = try #require(try items(source).first)
        #expect(item.id == "%FF")
        #expect(item.locator == .rawFile(path: [0x66, 0x2F, 0xFF]))
    }

    @Test func `file URLs are paths and other schemes are problems`() throws {
        let text =
            "file:///a%20b/%E3%81%82.png\nfile://localhost/c%zz\nftp://x/y\nfile://elsewhere/z\nHTTP://X/y\na://b\0c\n"
        let listed = try listing(list(text))
        guard case .item(let first) = listed[0], case .item(let second) = listed[1], case .item(let fifth) = listed[4]
        else {
            Issue.record("expected items, found \(listed)")
            return
        }
        #expect(first.locator == .file(path: "/a b/あ.png"))
        #expect(second.locator == .file(path: "/c%zz"))
        #expect(fifth.locator == .url("HTTP://X/y"))
        let messages = try ids(list(text)).filter { $0.hasPrefix("!") }
        #expect(
            messages == [
                "! list.txt:3: expected a path or an http(s) URL, found a URL of scheme 'ftp'",
                "! list.txt:4: expected a path or an http(s) URL, found a URL of scheme 'file'",
                "! list.txt:6: found a zero byte; is the list separated by zero bytes?",
            ])
    }

    @Test func `a line that is too long is a problem and the next follows`() throws {
        let long = String(repeating: "x", count: ListSource.maximumLineBytes + 1)
        #expect(try ids(list("a\n\(long)\nb")) == ["a", "! list.txt:2: the line is longer than 1048576 bytes", "b"])
    }

    @Test(arguments: [
        ("{\"path\": \"a\"}\n", "x", ["a"]), ("\n  {\"path\":\"a\"}", "-", ["a"]), ("{a}.png\n", "-", ["{a}.png"]),
        ("{\"path\": \"a\"}\n", "x.txt", ["{\"path\": \"a\"}"]), ("a\0b\0", "-", ["a", "b"]),
        ("path,x\na,b\n", "-", ["a"]),
        ("\u{FEFF}url\nhttp://h/a\n", "-", ["http://h/a"]), ("\u{FEFF}a\nb\n", "-", ["a", "b"]), ("", "-", []),
        ("", "x.csv", []),
        ("\n\n", "x.jsonl", []), ("a", "dir.csv/list", ["a"]),
    ])
    func `the format is told by name, then by content`(text: String, name: String, expected: [String]) throws {
        #expect(try ids(ListSource(bytes: Array(text.utf8), name: name)) == expected)
    }

    @Test func `a list file's paths are relative to its folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("a.png\n../b.png\n".utf8), to: "lists/today.txt")
        let listed = try items(ListSource(path: folder.path("lists/today.txt")))
        #expect(
            listed.map(\.locator.text) == [folder.path("lists/a.png"), folder.path("lists/../b.png")])
    }

    @Test func `a long list is read in pieces`() throws {
        let folder = try TemporaryFolder()
        let lines = (0..<30_000).map { "folder/picture \($0).png" }
        try folder.write(Array(lines.joined(separator: "\n").utf8), to: "list")
        #expect(try ids(ListSource(path: folder.path("list"))) == lines)
    }

    @Test func `a list that cannot be opened is a typed error`() throws {
        let folder = try TemporaryFolder()
        let gone = folder.path("gone.txt")
        #expect(throws: SourceError.missing(path: gone)) { try listing(ListSource(path: gone)) }
        #expect(throws: SourceError.isAFolder(path: folder.path)) { try listing(ListSource(path: folder.path)) }
    }
}
