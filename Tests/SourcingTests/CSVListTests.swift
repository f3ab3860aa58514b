import JSONText
import Sourcing
import Testing

@Suite struct CSVListTests {
    func list(_ text: String) -> ListSource { ListSource(bytes: Array(text.utf8), name: "pics/a.csv", folder: "pics") }

    @Test func `columns are facts and annotations`() throws {
        let text = """
            \u{FEFF}file_name,width,height,tags,artist_name,artist.url,declared.extension,main_color,palette,note\r
            a.png,10,20,"catgirl, hoodie",N,U,png,#FFFFFF,#000000;#111111,"say ""hi"",\r
            twice"\r
            "b c.png",,,,,,,,,\r

            """
        let listed = try items(list(text))
        #expect(listed.map(\.id) == ["a.png", "b c.png"])
        #expect(listed.map(\.locator) == [.file(path: "pics/a.png"), .file(path: "pics/b c.png")])
        var declared = DeclaredFacts()
        (declared.width, declared.height, declared.fileExtension) = (10, 20, "png")
        (declared.mainColor, declared.palette) = ("#FFFFFF", ["#000000", "#111111"])
        #expect(listed[0].declared == declared)
        #expect(listed[0].annotations.tags == ["catgirl", "hoodie"])
        #expect(listed[0].annotations.artist == ItemAnnotations.Artist(name: "N", url: "U"))
        #expect(listed[0].annotations.extra == ["note": .string("say \"hi\",\r\ntwice")])
        #expect(listed[1].declared == nil)
        #expect(listed[1].annotations.isEmpty)
    }

    @Test func `a bad record is a problem and the next follows`() throws {
        let text = "path,width\na,1\nb\nc,2,3\nd,x\ne,-1\n\"f\"x,1\ng,5\"\n\nh,2\n"
        #expect(
            try ids(list(text)) == [
                "a", "! a.csv:3: expected 2 fields as in the header, found 1",
                "! a.csv:4: expected 2 fields as in the header, found 3",
                "! a.csv:5: 'width': expected a whole number of at least 1, found 'x'",
                "! a.csv:6: 'width': expected a whole number of at least 1, found -1",
                "! a.csv:7: expected a comma after the closing quote, at column 4",
                "! a.csv:8: 'width': expected a whole number of at least 1, found '5\"'", "h",
            ])
    }

    @Test func `a quote that is never closed costs one line only`() throws {
        let text = "path,note\n\"a,1\nb,2\nc,\"3\n4\"\nd,\"5\ne,6"
        // The quote of line 2 closes in line 4, where text follows it.
        let first = "! a.csv:2: expected a comma after the closing quote, at column 4"
        #expect(try ids(list(text)) == [first, "b", "c", "! a.csv:6: expected a quote to close the field", "e"])
        #expect(
            try ids(list("path,note\n\"a,1\nb,2\nc,3\n")) == [
                "! a.csv:2: expected a quote to close the field", "b", "c",
            ])
    }

    @Test func `a record without its key is a problem`() throws {
        #expect(try ids(list("path,x\n,1\n")) == ["! a.csv:2: expected a key 'path', 'file_name', 'file' or 'url'"])
    }

    @Test func `a header without a location is an error that suggests a column`() {
        let error = SourceError.noLocationColumn(
            file: "pics/a.csv", columns: ["filename", "w"], suggestion: "filename")
        #expect(throws: error) { try listing(list("filename,w\na,1\n")) }
        #expect(
            "\(error)"
                == "pics/a.csv:1: expected a column 'path', 'file_name', 'file' or 'url', found filename, w; is 'filename' misspelled?"
        )
    }

    @Test func `text that is no UTF-8 is a problem`() throws {
        let source = ListSource(bytes: Array("path\na".utf8) + [0xFF, 0x0A, 0x62], name: "a.csv")
        #expect(try ids(source) == ["! a.csv:2: expected UTF-8", "b"])
    }
}
