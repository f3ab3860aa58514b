/// One picture that a source names, before anything of it was read.
public struct SourceItem: Sendable, Hashable {
    /// What identifies the item in its source: a path relative to the source's root, a URL, or `service:id/variant`.
    ///
    /// Stable from run to run. Two items may share an id when a list names a file twice, so it is no key: tickets are.
    public var id: String
    /// Where the bytes are.
    public var locator: Locator
    /// What kind of source named it: `folder`, `list`, `stdin`, or the name of a service.
    public var kind: String
    /// The item's own identifier at the service that it comes from, without variant.
    public var item: String?
    /// Which rendition of one picture this is, as `original` or `compressed`.
    public var variant: String?
    /// Where the file came from, when `locator` names a local copy of something that was fetched.
    public var url: String?
    /// The page on which people see the picture.
    public var page: String?
    /// The picture's file at its first publisher.
    public var direct: String?
    /// What the source says of the file and its pixels.
    public var declared: DeclaredFacts?
    /// What somebody says of the picture.
    public var annotations: ItemAnnotations

    /// An item of which only its place is known.
    public init(
        id: String, locator: Locator, kind: String, declared: DeclaredFacts? = nil,
        annotations: ItemAnnotations = ItemAnnotations()
    ) {
        self.id = id
        self.locator = locator
        self.kind = kind
        self.declared = declared
        self.annotations = annotations
    }
}
