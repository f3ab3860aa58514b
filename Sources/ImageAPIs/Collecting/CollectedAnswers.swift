internal import Sourcing

/// Asks a service again and again until as many different pictures are there as are wanted, or no more will come.
struct CollectedAnswers<Failure: ServiceError>: Sendable {
    /// Asks for so many pictures, and takes what is new of them into the collection.
    typealias Asking = @Sendable (Int, inout PictureCollection) throws(Failure) -> [SourceItem]

    private let service: String
    private var collection: PictureCollection
    private let ask: Asking

    /// Answers of `service`, none so far.
    init(of service: String, _ collection: PictureCollection, ask: @escaping Asking) {
        self.service = service
        self.collection = collection
        self.ask = ask
    }

    /// Why there were fewer pictures than wanted, once that is known.
    var note: CollectionNote? { collection.note(of: service) }

    /// The items of the next answer that has new ones; none at the end.
    mutating func next() throws(SourceError) -> [SourceItem] {
        while let count = collection.nextRequest {
            do throws(Failure) {
                let items = try ask(count, &collection)
                if !items.isEmpty { return items }
            } catch {
                throw .service(error.failure)
            }
        }
        return []
    }

    /// Counts items of answers that came before, in an earlier run.
    mutating func resume(behind items: [SourceItem]) { collection.resume(behind: items.compactMap(\.item)) }
}
