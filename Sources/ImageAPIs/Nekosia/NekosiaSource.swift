public import Sourcing

/// Pictures of Nekosia as items: as many different ones as are wanted, by as few requests as that takes.
public struct NekosiaSource: AnsweringSource {
    /// A form of a picture that the service has.
    public enum Variant: String, Sendable, Hashable, CaseIterable {
        case original, compressed
    }

    /// The kind of the items, and the start of their ids.
    public static let kind = "nekosia"

    private let client: NekosiaClient
    private let query: NekosiaQuery
    private let variants: [Variant]
    private var collection: PictureCollection

    /// A source of `count` pictures that match `query`, whose own count does not matter.
    ///
    /// - Parameter variants: which forms of each picture become items, side by side and in this order; at least one.
    /// - Throws: what the service would refuse.
    public init(
        client: NekosiaClient, query: NekosiaQuery, count: Int, variants: [Variant] = [.original]
    ) throws(NekosiaQueryFault) {
        precondition(!variants.isEmpty, "a source of no variants has no items")
        guard count > 0 else { throw .count(count) }
        var query = query
        query.count = 1
        if let fault = query.fault { throw fault }
        self.client = client
        self.query = query
        self.variants = variants
        collection = PictureCollection(wanted: count, hasSession: query.session != nil)
    }

    /// Why there were fewer pictures than wanted, once that is known; no failure.
    public var note: CollectionNote? { collection.note(of: Self.kind) }

    public var remark: String? { note?.description }

    public mutating func nextAnswer() throws(SourceError) -> [SourceItem] {
        while let count = collection.nextRequest {
            do throws(NekosiaError) {
                let items = try ask(for: count)
                if !items.isEmpty { return items }
            } catch {
                throw .service(error.failure)
            }
        }
        return []
    }

    public mutating func resume(behind items: [SourceItem]) { collection.resume(behind: items.compactMap(\.item)) }

    private mutating func ask(for count: Int) throws(NekosiaError) -> [SourceItem] {
        var query = query
        query.count = count
        let (client, asked) = (client, query)
        let answer = Waiting.result { () async throws(NekosiaError) in try await client.images(asked) }
        switch answer {
        case .success(let answer):
            let new = collection.take(answer.images.map(\.id), asked: count, matching: answer.matching)
            return new.flatMap { index in variants.map { answer.images[index].item($0) } }
        case .failure(.noneMatching):
            try endWithoutMatch()
            return []
        case .failure(let error): throw error
        }
    }

    /// Tells a misspelled name from a query that nothing matches, which the service does not: only then its names are
    /// asked for.
    private mutating func endWithoutMatch() throws(NekosiaError) {
        guard collection.found == 0 else { return collection.end(.poolExhausted) }
        let (client, query) = (client, query)
        try Waiting.result { () async throws(NekosiaError) in try await client.check(query) }.get()
        collection.end(.noneMatching)
    }
}

extension NekosiaImage {
    /// One form of this picture as an item, with all credits.
    func item(_ variant: NekosiaSource.Variant) -> SourceItem {
        let rendition = variant == .original ? original : compressed
        var declared = DeclaredFacts()
        declared.width = rendition.width
        declared.height = rendition.height
        declared.bytes = rendition.bytes
        declared.fileExtension = rendition.fileExtension
        declared.mainColor = mainColor
        declared.palette = palette.isEmpty ? nil : palette
        var annotations = ItemAnnotations()
        annotations.tags = tags
        annotations.category = category
        if artist != nil || artistPage != nil { annotations.artist = .init(name: artist, url: artistPage) }
        annotations.anime = anime
        annotations.character = character
        annotations.copyright = copyright
        annotations.rating = rating
        var item = SourceItem(
            id: "\(NekosiaSource.kind):\(id)/\(variant.rawValue)", locator: .url(rendition.url),
            kind: NekosiaSource.kind, declared: declared, annotations: annotations)
        item.item = id
        item.variant = variant.rawValue
        item.page = page
        item.direct = direct
        return item
    }
}
