public import Dataflow
public import Sourcing

internal import Catalogs

/// Gets what sources list onto this machine and analyzes nothing: the first half of a run, whose second half can be
/// done without a network.
public struct FetchRun: Sendable {
    private let room: Credits
    private let counter = ItemCounter()
    private let fetch: StageWorkers<FetchStage>
    private let listed: StageWorkers<FetchStage>.Inlet
    private let fetched: StageWorkers<FetchStage>.Outlet
    private let inputs: DatasetInputs
    private let interruption: Interruption

    /// Opens the dataset folder, which is made if it is missing, for this run alone.
    ///
    /// - Parameter say: takes what is to be said of a listing that is no failure, for people.
    public init(
        folder: DatasetFolder, options: RunOptions, fetcher: (any ByteFetcher)?, interruption: Interruption,
        say: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(DatasetError) {
        let catalog = try DatasetError.asking { () throws(CatalogError) in try Catalog(writing: folder.path) }
        inputs = DatasetInputs(
            folder: folder, catalog: catalog, options: options, isOffline: fetcher == nil, say: say)
        let stage = FetchStage(
            fetcher: fetcher, store: ContentStore(folder: folder.images), journal: inputs.journal,
            interruption: interruption)
        fetch = StageWorkers(stage, count: options.downloads)
        listed = BoundedQueue(capacity: options.queueCapacity)
        fetched = BoundedQueue(capacity: options.queueCapacity)
        room = Credits(total: options.itemsInFlight)
        self.interruption = interruption
    }

    /// Where the run stands; may be asked from any thread.
    public var progress: RunProgress {
        counter.progress(
            stages: [fetch.meter.reading], waiting: [listed.depth], peaks: [listed.peakDepth], peakMemory: 0)
    }

    /// Runs until the sources are at their end, or an interruption was asked for.
    ///
    /// - Parameter failed: takes each item that could not be had, as it happens.
    /// - Returns: why a source could not go on, if one could not.
    public func run(_ sources: [SourceOrder], failed: (Stopped) -> Void) throws(DatasetError) -> SourceError? {
        fetch.start(from: listed, to: fetched)
        let listing = ListingTask(
            inputs.sources(of: sources), room: room, counter: counter,
            naming: .relative(to: inputs.folder.path), outlet: listed)
        interruption.whenRequested { listing.stop() }
        while let parcel = fetched.pop() {
            room.release(1)
            switch parcel.content {
            case .success: counter.finish(failed: false, known: false)
            case .failure(let stopped):
                counter.finish(failed: true, known: false)
                failed(stopped)
            }
        }
        let failure = listing.failure()
        try DatasetError.asking { () throws(CatalogError) in try inputs.catalog.close() }
        return failure
    }
}
