public import Sourcing

/// Pictures of nekos.best as items: as many different ones as are wanted, by as few requests as that takes.
public struct NekosBestSource: AnsweringSource {
    /// The kind of the items, and the start of their ids.
    public static let kind = "nekosbest"

    private var answers: CollectedAnswers<NekosBestError>

    /// A source of `amount` pictures of a query, whose own amount does not matter.
    ///
    /// - Throws: what the service would refuse, or its terms forbid.
    public init(
        client: NekosBestClient, query: NekosBestQuery, amount: Int
    ) throws(NekosBestError) {
        guard amount > 0 else { throw .query(.amount(amount)) }
        guard !NekosBestTerms.bind(client.base) || amount <= NekosBestTerms.maximumPictures else {
            throw .terms(.tooManyPictures(wanted: amount, limit: NekosBestTerms.maximumPictures))
        }
        var query = query
        query.amount = 1
        if let fault = query.fault { throw .query(fault) }
        let collection = PictureCollection(wanted: amount, hasSession: false)
        answers = CollectedAnswers(of: Self.kind, collection) { [query] (count, collection) throws(NekosBestError) in
            var asked = query
            asked.amount = count
            return try Self.ask(client, asked, &collection)
        }
    }

    /// Why there were fewer pictures than wanted, once that is known; no failure.
    public var note: CollectionNote? { answers.note }

    public var remark: String? { note?.description }

    public mutating func nextAnswer() throws(SourceError) -> [SourceItem] { try answers.next() }

    public mutating func resume(behind items: [SourceItem]) { answers.resume(behind: items) }

    private static func ask(
        _ client: NekosBestClient, _ query: NekosBestQuery, _ collection: inout PictureCollection
    ) throws(NekosBestError) -> [SourceItem] {
        let answer = Waiting.result { () async throws(NekosBestError) in
            do throws(NekosBestError) {
                return try await client.pictures(query)
            } catch .notFound {
                // Most likely a misspelled name: only then all names are asked for.
                try await client.check(query)
                throw .notFound
            }
        }
        let results = try answer.get().results
        let new = collection.take(results.map(\.id), asked: query.amount, matching: nil)
        return new.map { results[$0].item }
    }
}

extension NekosBestPicture {
    /// This picture as an item, with all credits.
    var item: SourceItem {
        var declared = DeclaredFacts()
        declared.width = width
        declared.height = height
        declared.fileExtension = fileExtension
        var annotations = ItemAnnotations()
        annotations.category = category
        if credits.artist != nil || credits.artistPage != nil {
            annotations.artist = .init(name: credits.artist, url: credits.artistPage)
        }
        annotations.anime = credits.anime
        var item = SourceItem(
            id: "\(NekosBestSource.kind):\(id)", locator: .url(url), kind: NekosBestSource.kind, declared: declared,
            annotations: annotations)
        item.item = id
        item.page = credits.page
        return item
    }
}
