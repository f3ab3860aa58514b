public import Sourcing

/// Pictures of Nekosia as items: as many different ones as are wanted, by as few requests as that takes.
///
/// Pulled on a Dispatch queue of one's own: `next` blocks while the service is asked.
public struct NekosiaSource: ItemSource {
    /// A form of a picture that the service has.
    public enum Variant: String, Sendable, Hashable, CaseIterable {
        case original, compressed
    }

    /// The kind of the items, and the start of their ids.
    public static let kind = "nekosia"

    private let client: NekosiaClient
    private let query: NekosiaQuery
    private let variants: [Variant]
    private let note: @Sendable (CollectionNote) -> Void
    private var collection: PictureCollection
    /// Items of the last answer, the next at the end.
    private var pending: [SourceItem] = []

    /// A source of `count` pictures that match `query`, whose own count does not matter.
    ///
    /// - Parameters:
    ///   - variants: which forms of each picture become items, side by side and in this order; at least one.
    ///   - note: told once when there are fewer pictures than wanted, and why; no failure.
    /// - Throws: what the service would refuse.
    public init(
        client: NekosiaClient, query: NekosiaQuery, count: Int, variants: [Variant] = [.original],
        note: @escaping @Sendable (CollectionNote) -> Void
    ) throws(NekosiaQueryFault) {
        precondition(!variants.isEmpty, "a source of no variants has no items")
        guard count > 0 else { throw .count(count) }
        var query = query
        query.count = 1
        if let fault = query.fault { throw fault }
        self.client = client
        self.query = query
        self.variants = variants
        self.note = note
        collection = PictureCollection(wanted: count, hasSession: query.session != nil)
    }

    public mutating func next() throws(SourceError) -> ListedOrProblem? {
        while pending.isEmpty, let count = collection.nextRequest {
            do throws(NekosiaError) {
                try ask(for: count)
            } catch {
                throw .service(error.failure)
            }
            if let ending = collection.note(of: Self.kind) { note(ending) }
        }
        return pending.popLast().map { .item($0) }
    }

    private mutating func ask(for count: Int) throws(NekosiaError) {
        var query = query
        query.count = count
        let (client, asked) = (client, query)
        let answer = Waiting.result { () async throws(NekosiaError) in try await client.images(asked) }
        switch answer {
        case .success(let answer):
            let new = collection.take(answer.images.map(\.id), asked: count, matching: answer.matching)
            pending = new.flatMap { index in variants.map { answer.images[index].item($0) } }.reversed()
        case .failure(.noneMatching): try endWithoutMatch()
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
