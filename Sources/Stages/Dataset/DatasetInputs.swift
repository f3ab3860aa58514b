internal import Catalogs
internal import Sourcing

/// Makes the sources of a dataset's run out of what was ordered.
struct DatasetInputs: Sendable {
    let folder: DatasetFolder
    let catalog: Catalog
    let options: RunOptions
    /// Whether nobody may be asked.
    let isOffline: Bool
    /// Takes what is to be said of a listing that is no failure.
    let say: @Sendable (String) -> Void

    /// What the sources of `orders` list: services with a memory, folders without what runs write there.
    func sources(of orders: [SourceOrder]) -> [any ItemSource] { orders.map { source(of: $0) } }

    /// What fetching remembers.
    var journal: FetchJournal {
        FetchJournal(catalog: catalog, folder: folder, resumes: options.resumes, refreshes: options.refreshes)
    }

    private func source(of order: SourceOrder) -> any ItemSource {
        switch order {
        case .items(let source):
            let folder = folder
            return SourceWithoutOutputs(source) { folder.holdsOutput(at: $0) }
        case .service(let service):
            let journal = ListingJournal(catalog: catalog, resumes: options.resumes && !options.refreshes)
            return JournaledSource(service, journal: journal, isOffline: isOffline, say: say)
        }
    }
}
