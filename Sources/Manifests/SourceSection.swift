/// Where an item comes from.
public struct SourceSection: Sendable, Hashable {
    /// The kind of source: `folder`, `list`, `stdin`, `nekosia`, `nekosbest`; a list may name another.
    public var kind: String
    /// What the source calls the item.
    public var item: String?
    /// Which form of it this is: `original`, `compressed`.
    public var variant: String?
    /// Where the bytes were got.
    public var url: String?
    /// The page that shows the picture.
    public var page: String?
    /// The file at its first publisher.
    public var direct: String?

    /// A source of `kind`.
    public init(
        kind: String, item: String? = nil, variant: String? = nil, url: String? = nil, page: String? = nil,
        direct: String? = nil
    ) {
        self.kind = kind
        self.item = item
        self.variant = variant
        self.url = url
        self.page = page
        self.direct = direct
    }
}
