internal import JSONText
internal import Manifests
internal import Sourcing

extension ManifestRecord {
    /// What is known of an item when it is listed.
    init(_ item: SourceItem, naming: FileNaming) {
        var url = item.url
        if case .url(let address) = item.locator { url = address }
        let source = SourceSection(
            kind: item.kind, item: item.item, variant: item.variant, url: url, page: item.page, direct: item.direct)
        self.init(id: item.id, source: source, annotations: Annotations(item.annotations))
        if item.locator.path != nil { fileName = naming.name(of: item.locator.text) }
        declared = item.declared.flatMap { Declaration($0) }
    }
}

extension Annotations {
    /// What came with an item.
    init(_ annotations: ItemAnnotations) {
        self.init(
            tags: annotations.tags, category: annotations.category,
            artist: annotations.artist.map { Artist(name: $0.name, url: $0.url) }, anime: annotations.anime,
            character: annotations.character, copyright: annotations.copyright, rating: annotations.rating,
            extra: annotations.extra)
    }
}

extension Declaration {
    /// What a source says; `nil` if it says nothing.
    init?(_ facts: DeclaredFacts) {
        guard !facts.isEmpty else { return nil }
        let hasColors = facts.mainColor != nil || facts.palette != nil
        self.init(
            width: facts.width, height: facts.height, bytes: facts.bytes, extension: facts.fileExtension,
            frames: facts.frames,
            colors: hasColors ? Colors(main: facts.mainColor, palette: facts.palette ?? []) : nil)
    }
}
