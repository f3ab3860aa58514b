/// What names an artwork at its first publisher, whichever service links to it.
///
/// Two services that link to one artwork show the same picture, or other pages of it, or a later version: a key is a
/// hint for finding copies and never proves one.
public struct ArtworkKey: Sendable, Hashable {
    /// Where an artwork is published.
    public enum Site: String, Sendable, Hashable, CaseIterable {
        /// Pixiv; the name is the artwork's number.
        case pixiv
        /// Twitter, X and the sites that mirror their posts; the name is the post's number.
        case twitter
        /// Anywhere else; the name is the address without what does not tell pages apart.
        case web
    }

    /// Where it is published.
    public let site: Site
    /// What it is called there: digits without leading zeros, or an address without scheme.
    public let name: String
    /// Which of its pictures is meant, counted from 0; `nil` when the address does not say.
    public let page: Int?

    init(site: Site, name: String, page: Int? = nil) {
        self.site = site
        self.name = name
        self.page = page
    }

    /// The artwork that `address` leads to, a page for people or a file; `nil` for what is no http(s) address, or leads
    /// to no artwork: a profile, the front page of a site.
    public init?(address: String) {
        guard let address = ArtworkAddress(address) else { return nil }
        switch ArtworkSites.key(of: address) {
        case .some(let key): self = key
        case .none: return nil
        }
    }

    /// The artwork that an item names by its page, by its file at the publisher, or by both.
    ///
    /// The file's name tells which picture of the artwork it is. Where both name different artworks, the page is
    /// believed, unless only the file is at a site whose artworks have numbers.
    public init?(page: String?, direct: String?) {
        let ofPage = page.flatMap { ArtworkKey(address: $0) }
        let ofFile = direct.flatMap { ArtworkKey(address: $0) }
        switch (ofPage, ofFile) {
        case (nil, nil): return nil
        case (let key?, nil), (nil, let key?): self = key
        case (let ofPage?, let ofFile?):
            let isFileBetter = ofPage.site == .web && ofFile.site != .web
            self = isFileBetter || (ofPage.artwork == ofFile.artwork && ofFile.page != nil) ? ofFile : ofPage
        }
    }

    /// The same artwork, all of its pictures.
    public var artwork: ArtworkKey { ArtworkKey(site: site, name: name) }

    /// Whether both may mean one picture: the same artwork, and not different pages of it.
    public func mayShowTheSame(as other: ArtworkKey) -> Bool {
        guard site == other.site, name == other.name else { return false }
        guard let page, let otherPage = other.page else { return true }
        return page == otherPage
    }
}

extension ArtworkKey: CustomStringConvertible {
    /// The key in one word: `pixiv:111690690_p0`, `twitter:1491744680999940101`, `web:example.com/a`.
    public var description: String { "\(site.rawValue):\(name)" + (page.map { "_p\($0)" } ?? "") }
}
