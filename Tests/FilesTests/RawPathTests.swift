import Files
import Testing

@Suite struct RawPathTests {
    @Test(arguments: [
        ("a/b/c.png", "a/b", "c.png"), ("c.png", "", "c.png"), ("/c.png", "/", "c.png"), ("a/b/", "a/b", "b"),
    ])
    func `a path has a folder and a last component`(path: String, folder: String, last: String) {
        #expect(RawPath(path).folder == RawPath(folder))
        #expect(RawPath(path).lastComponent == RawPath(last))
    }

    @Test func `paths are appended as the shell would`() {
        #expect(RawPath("a").appending(RawPath("b")) == RawPath("a/b"))
        #expect(RawPath("a/").appending(RawPath("b")) == RawPath("a/b"))
        #expect(RawPath("").appending(RawPath("b")) == RawPath("b"))
        #expect(RawPath("a").appending(RawPath("/b")) == RawPath("/b"))
    }

    @Test(
        arguments: [
            ([0x61, 0x25], "a%"), ([0xC3, 0xA9], "é"), ([0x61, 0xFF, 0x25], "a%FF%25"), ([0xC3, 0x28], "%C3("),
            ([0xED, 0xA0, 0x80], "%ED%A0%80"), ([0xF0, 0x9F, 0x90, 0xBE, 0x80], "🐾%80"),
        ] as [([UInt8], String)])
    func `odd bytes are escaped and text stays as it is`(bytes: [UInt8], text: String) {
        #expect(RawPath(bytes: bytes).text == text)
    }
}
