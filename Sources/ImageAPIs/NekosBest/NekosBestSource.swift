public import Sourcing

/// Pictures of nekos.best as items: as many different ones as are wanted, by as few requests as that takes.
public struct NekosBestSource: AnsweringSource {
    /// The kind of the items, and the start of their ids.
    public static let kind = "nekosbest"

    private let client: NekosBestClient
    private let query: NekosBestQuery
    private var collection: PictureCollection

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
        self.client = client
        self.query = query
        collection = PictureCollection(wanted: amount, hasSession: false)
    }

    /// Why there were fewer pictures than wanted, once that is known; no failure.
    public var note: CollectionNote? { collection.note(of: Self.kind) }

    public var remark: String? { note?.description }

    public mutating func nextAnswer() throws(SourceError) -> [SourceItem] {
        while let count = collection.nextRequest {
            do throws(NekosBestError) {
                let items = try ask(for: count)
                if !items.isEmpty { return items }
            } catch {
                throw .service(error.failure)
            }
        }
        return []
    }

    public mutating func resume(behind items: [SourceItem]) { collection.resume(behind: items.compactMap(\.item)) }

    private mutating func ask(for count: Int) throws(NekosBestError) -> [SourceItem] {
        var query = query
        query.amount = count
        let (client, asked) = (client, query)
        let answer = Waiting.result { () async throws(NekosBestError) in
            do throws(NekosBestError) {
                return try await client.pictures(asked)
            } catch .notFound {
                // Most likely a misspelled name: only then all names are asked for.
                try await client.check(asked)
                throw .notFound
            }
        }
        let results = try answer.get().results
        let new = collection.take(results.map(\.id), asked: count, matching: nil)
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
