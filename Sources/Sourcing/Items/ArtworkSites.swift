/// How the sites that artworks come from write their addresses.
enum ArtworkSites {
    /// The artwork at `address`; `nil` where it leads to none.
    static func key(of address: ArtworkAddress) -> ArtworkKey? {
        if pixivPages.contains(address.host) { return pixivPage(address) }
        if address.host.hasSuffix(".pximg.net") || pixivFiles.contains(address.host) { return pixivFile(address) }
        if posts.contains(address.host) { return post(address) }
        return elsewhere(address)
    }

    private static let pixivPages: Set<String> = [
        "pixiv.net", "touch.pixiv.net", "m.pixiv.net", "embed.pixiv.net", "phixiv.net",
    ]
    /// Mirrors that keep the paths of `i.pximg.net`.
    private static let pixivFiles: Set<String> = ["i.pixiv.cat", "i.pixiv.re", "i.pixiv.nl"]
    private static let posts: Set<String> = [
        "twitter.com", "mobile.twitter.com", "m.twitter.com", "x.com", "mobile.x.com", "fxtwitter.com", "vxtwitter.com",
        "fixupx.com", "fixvx.com", "nitter.net",
    ]

    /// `/artworks/N`, with or without a language before it; `/i/N`; the old `/member_illust.php?illust_id=N`.
    private static func pixivPage(_ address: ArtworkAddress) -> ArtworkKey? {
        let path = address.path
        if path.last == "member_illust.php" || path.last == "decorate.php" {
            let name = address.value("illust_id").flatMap(number)
            return name.map { ArtworkKey(site: .pixiv, name: $0, page: address.value("page").flatMap(pageNumber)) }
        }
        guard let word = path.firstIndex(where: { $0 == "artworks" || $0 == "i" }), word <= 1, word + 1 < path.count
        else { return nil }
        return number(path[word + 1]).map { ArtworkKey(site: .pixiv, name: $0) }
    }

    /// `.../N_pM.png`, as well as the smaller files `N_pM_master1200.jpg`; `N_ugoira0.jpg` for animations.
    private static func pixivFile(_ address: ArtworkAddress) -> ArtworkKey? {
        guard let file = address.path.last, let base = file.split(separator: ".").first else { return nil }
        let parts = base.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 2, let name = number(String(parts[0])) else { return nil }
        if parts[1].hasPrefix("p"), let page = pageNumber(String(parts[1].dropFirst())) {
            return ArtworkKey(site: .pixiv, name: name, page: page)
        }
        return parts[1].hasPrefix("ugoira") ? ArtworkKey(site: .pixiv, name: name) : nil
    }

    /// `/someone/status/N`, `/i/web/status/N`, and `/photo/M` behind them, counted from 1.
    private static func post(_ address: ArtworkAddress) -> ArtworkKey? {
        let path = address.path
        guard let word = path.firstIndex(where: { $0 == "status" || $0 == "statuses" }), (1...2).contains(word),
            word + 1 < path.count, let name = number(path[word + 1])
        else { return nil }
        var page: Int?
        if word + 3 < path.count, path[word + 2] == "photo", let number = pageNumber(path[word + 3]), number > 0 {
            page = number - 1
        }
        return ArtworkKey(site: .twitter, name: name, page: page)
    }

    /// The address without what says how somebody came there.
    private static func elsewhere(_ address: ArtworkAddress) -> ArtworkKey? {
        let query = address.query.filter { !$0.name.hasPrefix("utm_") && !["fbclid", "gclid"].contains($0.name) }
            .map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // The front page of a site is no artwork, and many items may name it.
        guard !address.path.isEmpty || !query.isEmpty else { return nil }
        let path = address.path.map { "/" + $0 }.joined()
        return ArtworkKey(
            site: .web, name: address.host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&")))
    }

    /// Up to 20 digits, which is what 64 bits need, without leading zeros.
    private static func number(_ text: String) -> String? {
        let digits = text.utf8
        guard (1...20).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let number = text.drop { $0 == "0" }
        return number.isEmpty ? nil : String(number)
    }

    /// A page of at most four digits.
    private static func pageNumber(_ text: String) -> Int? {
        let digits = text.utf8
        guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
