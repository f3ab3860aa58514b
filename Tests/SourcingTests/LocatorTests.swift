import Sourcing
import Testing

@Suite struct LocatorTests {
    @Test func `locators are equal when their bytes are`() {
        #expect(Locator.file(path: "e\u{301}") != .file(path: "\u{e9}"))
        #expect(Locator.url("e\u{301}") != .url("\u{e9}"))
        #expect(Locator.file(path: "a") == .rawFile(path: [0x61]))
        #expect(Locator.file(path: "http://a") != .url("http://a"))
        #expect(Set([Locator.file(path: "a"), .rawFile(path: [0x61]), .url("a")]).count == 2)
    }
}
