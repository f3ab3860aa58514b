import Randomness
import Sourcing
import Testing

struct ArtworkKeyTests {
    @Test(
        arguments: [
            "https://www.pixiv.net/en/artworks/111690690", "https://www.pixiv.net/artworks/111690690",
            "http://pixiv.net/artworks/111690690/", "https://WWW.PIXIV.NET/en/artworks/111690690?ref=x#big_0",
            "https://www.pixiv.net/i/111690690", "https://www.pixiv.net/zh-tw/artworks/000111690690",
            "https://www.pixiv.net/member_illust.php?mode=medium&illust_id=111690690",
            "https://touch.pixiv.net/member_illust.php?illust_id=%3111690690",
            "https://www.pixiv.net:443/art%77orks/111690690", "https://www.phixiv.net/en/artworks/111690690",
            "https://i.pximg.net/img-original/img/2023/09/13/19/40/03/111690690_ugoira0.jpg",
        ])
    func `an artwork of Pixiv has one key, however it is linked`(address: String) {
        #expect(ArtworkKey(address: address)?.description == "pixiv:111690690")
    }

    @Test(
        arguments: [
            ("https://i.pximg.net/img-original/img/2023/09/13/19/40/03/111690690_p0.png", "pixiv:111690690_p0"),
            ("https://i.pximg.net/c/600x1200_90/img-master/img/x/111690690_p12_master1200.jpg", "pixiv:111690690_p12"),
            ("https://i.pixiv.cat/img-original/img/x/111690690_p3.png", "pixiv:111690690_p3"),
            (
                "https://www.pixiv.net/member_illust.php?mode=manga_big&illust_id=111690690&page=2",
                "pixiv:111690690_p2"
            ),
            ("https://twitter.com/someone/status/1491744680999940101/photo/2", "twitter:1491744680999940101_p1"),
        ])
    func `a page is kept where the address knows it`(address: String, key: String) {
        #expect(ArtworkKey(address: address)?.description == key)
    }

    @Test(
        arguments: [
            "https://twitter.com/Aramarufox/status/1491744680999940101",
            "https://x.com/Aramarufox/status/1491744680999940101?s=20&t=abc",
            "https://mobile.twitter.com/aramarufox/status/1491744680999940101",
            "https://fxtwitter.com/i/status/1491744680999940101",
            "https://vxtwitter.com/a/statuses/1491744680999940101",
            "https://twitter.com/i/web/status/1491744680999940101", "HTTPS://X.COM./a/status/1491744680999940101",
        ])
    func `a post has one key on all sites that show it`(address: String) {
        #expect(ArtworkKey(address: address)?.description == "twitter:1491744680999940101")
    }

    @Test(
        arguments: [
            ("https://www.example.com/art/7/?utm_source=a&b=2&a=1#top", "web:example.com/art/7?a=1&b=2"),
            ("http://example.com//art/./x/../7", "web:example.com/art/7"),
            ("https://example.com/%7ea/%e7%8c%ab", "web:example.com/~a/%E7%8C%AB"),
            ("https://example.com/~a/猫", "web:example.com/~a/%E7%8C%AB"),
            ("https://example.com:8080/a", "web:example.com:8080/a"),
        ])
    func `other addresses are brought into one form`(address: String, key: String) {
        #expect(ArtworkKey(address: address)?.description == key)
    }

    @Test(
        arguments: [
            "", "https://", "https:///artworks/1", "pixiv.net/artworks/1", "ftp://pixiv.net/artworks/1",
            "javascript:alert(1)", "https://www.pixiv.net/", "https://www.pixiv.net/en/users/29694453",
            "https://www.pixiv.net/en/users", "https://www.pixiv.net/artworks/", "https://www.pixiv.net/artworks/abc",
            "https://www.pixiv.net/artworks/１２３", "https://www.pixiv.net/artworks/0",
            "https://www.pixiv.net/artworks/-1", "https://www.pixiv.net/artworks/111111111111111111111",
            "https://www.pixiv.net/member_illust.php?illust_id=", "https://i.pximg.net/img/1/_p0.png",
            "https://i.pximg.net/user-profile/img/1/p0.png", "https://twitter.com/someone",
            "https://twitter.com/someone/status/", "https://twitter.com/status/1", "https://example.com/",
            "https://user@pixiv.net/artworks/1", "https://pixiv.net\\@evil.example/artworks/1",
            "https://pixiv.net/artworks/1\n", "https://pixiv.net/artworks/ 1", "https://pixiv.net/artworks/%3",
            "https://pixiv.net/artworks/%GG", "https://[::1]/artworks/1", "https://pixiv.net:99999/artworks/1",
            "https://..net/a", "https://猫.example/a", "https://localhost/a", "https://a:b:c/d",
            "https://pixiv.net/artworks/1?" + String(repeating: "a", count: 2048),
        ])
    func `what leads to no artwork has no key`(address: String) {
        #expect(ArtworkKey(address: address) == nil)
    }

    @Test func `an address elsewhere that looks like Pixiv is not Pixiv`() {
        #expect(ArtworkKey(address: "https://pixiv.net.evil.example/artworks/1")?.site == .web)
        #expect(ArtworkKey(address: "https://notpixiv.net/artworks/1")?.site == .web)
        #expect(ArtworkKey(address: "https://notpximg.net/1_p0.png")?.site == .web)
    }

    @Test func `the file's name adds the page, and the page is believed where they contradict`() {
        let page = "https://www.pixiv.net/en/artworks/7"
        let file = "https://i.pximg.net/img-original/img/x/7_p2.png"
        #expect(ArtworkKey(page: page, direct: file)?.description == "pixiv:7_p2")
        #expect(ArtworkKey(page: nil, direct: file)?.description == "pixiv:7_p2")
        #expect(ArtworkKey(page: page, direct: nil)?.description == "pixiv:7")
        #expect(ArtworkKey(page: page, direct: "https://i.pximg.net/x/8_p0.png")?.description == "pixiv:7")
        #expect(ArtworkKey(page: "https://booru.example/1", direct: file)?.description == "pixiv:7_p2")
        #expect(ArtworkKey(page: "https://www.pixiv.net/", direct: "nonsense") == nil)
    }

    @Test func `no text breaks it`() {
        var random = SplitMix64(seed: 20)
        let pieces = [
            "https://", "http://", "pixiv.net", "i.pximg.net", "x.com", "/", "artworks", "status", "member_illust.php",
            "?", "illust_id=", "&", "#", "%", "%2F", "%ZZ", "1", "12345678901234567890123", "_p", "..", ":", "@", "é",
            "e\u{301}", "\u{0}", "\u{2028}", ".", "",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...9, using: &random))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            if let key = ArtworkKey(address: text) {
                #expect(key.name.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(text)")
            }
        }
    }
}
