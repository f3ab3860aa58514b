public import Sourcing

/// Pictures of Nekosia as items: as many different ones as are wanted, by as few requests as that takes.
public struct NekosiaSource: AnsweringSource {
    /// A form of a picture that the service has.
    public enum Variant: String, Sendable, Hashable, CaseIterable {
        case original, compressed
    }

    /// The kind of the items, and the start of their ids.
    public static let kind = "nekosia"

    private var answers: CollectedAnswers<NekosiaError>

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
        let collection = PictureCollection(wanted: count, hasSession: query.session != nil)
        answers = CollectedAnswers(of: Self.kind, collection) { [query] (count, collection) throws(NekosiaError) in
            var asked = query
            asked.count = count
            return try Self.ask(client, asked, variants, &collection)
        }
    }

    /// Why there were fewer pictures than wanted, once that is known; no failure.
    public var note: CollectionNote? { answers.note }

    public var remark: String? { note?.description }

    public mutating func nextAnswer() throws(SourceError) -> [SourceItem] { try answers.next() }

    public mutating func resume(behind items: [SourceItem]) { answers.resume(behind: items) }

    private static func ask(
        _ client: NekosiaClient, _ query: NekosiaQuery, _ variants: [Variant], _ collection: inout PictureCollection
    ) throws(NekosiaError) -> [SourceItem] {
        let answer = Waiting.result { () async throws(NekosiaError) in try await client.images(query) }
        switch answer {
        case .success(let answer):
            let new = collection.take(answer.images.map(\.id), asked: query.count, matching: answer.matching)
            return new.flatMap { index in variants.map { answer.images[index].item($0) } }
        case .failure(.noneMatching):
            collection.end(try endingWithoutMatch(client, query, found: collection.found))
            return []
        case .failure(let error): throw error
        }
    }

    /// Tells a misspelled name from a query that nothing matches, which the service does not: only then its names are
    /// asked for.
    private static func endingWithoutMatch(
        _ client: NekosiaClient, _ query: NekosiaQuery, found: Int
    ) throws(NekosiaError) -> CollectionNote.Reason {
        guard found == 0 else { return .poolExhausted }
        try Waiting.result { () async throws(NekosiaError) in try await client.check(query) }.get()
        return .noneMatching
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
