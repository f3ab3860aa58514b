internal import Checks
public import Dataflow
public import Sourcing

/// The concurrent part of a run: lists items, fetches them, analyzes them, and hands over every one of them in the
/// order of the source.
///
/// ```
/// sources -> [queue] -> fetch workers -> [queue] -> analyze workers -> [queue] -> sequencer -> consumer
/// ```
/// The number of items anywhere on the way is bounded by credits that the consumer gives back, so a slow item holds
/// back a bounded number of others, and nothing can deadlock: the sequencer never waits for room.
public struct Gathering: Sendable {
    /// Items in = items out, each as an analysis or as the reason why there is none.
    public typealias Outcome = Result<Analyzed, Stopped>

    private let fetch: StageWorkers<FetchStage>
    private let analyze: StageWorkers<AnalyzeStage>
    private let listed: StageWorkers<FetchStage>.Inlet
    private let fetched: StageWorkers<AnalyzeStage>.Inlet
    private let analyzed: StageWorkers<AnalyzeStage>.Outlet
    private let room: Credits
    /// So many items give their room back together, for the same reason as queues wake producers late.
    private let returned: Int
    private let memory: Credits
    private let naming: FileNaming
    private let counter = ItemCounter()
    private let interruption: Interruption

    /// Joins the stages; nothing runs yet.
    ///
    /// - Parameters:
    ///   - naming: how the manifest names local files.
    ///   - known: what was analyzed before by the same plan.
    init(
        plan: AnalysisPlan, policy: CheckPolicy, options: RunOptions, naming: FileNaming, fetching: FetchStage,
        known: any KnownAnalyses, interruption: Interruption
    ) {
        memory = Credits(total: options.memory)
        let analyzing = AnalyzeStage(
            plan: plan, policy: policy, memory: memory, keptMemory: options.memory / (2 * options.jobs), known: known)
        fetch = StageWorkers(fetching, count: options.downloads)
        analyze = StageWorkers(analyzing, count: options.jobs)
        listed = BoundedQueue(capacity: options.queueCapacity)
        fetched = BoundedQueue(capacity: options.queueCapacity)
        analyzed = BoundedQueue(capacity: options.queueCapacity)
        room = Credits(total: options.itemsInFlight)
        returned = max(1, options.queueCapacity / 2)
        self.naming = naming
        self.interruption = interruption
    }

    /// Analyzes without remembering anything: fetched files go into the folder at `images`.
    ///
    /// - Parameter fetcher: how URLs are fetched, or `nil` where nothing may be.
    public init(
        plan: AnalysisPlan, options: RunOptions, fetcher: (any ByteFetcher)?, images: String,
        interruption: Interruption
    ) {
        self.init(
            plan: plan, policy: CheckPolicy(), options: options, naming: .asGiven,
            fetching: FetchStage(
                fetcher: fetcher, store: ContentStore(folder: images), journal: nil, interruption: interruption),
            known: NothingKnown(), interruption: interruption)
    }

    /// Where the run stands; may be asked from any thread.
    public var progress: RunProgress {
        counter.progress(
            stages: [fetch.meter.reading, analyze.meter.reading], waiting: [listed.depth, fetched.depth],
            peaks: [listed.peakDepth, fetched.peakDepth], peakMemory: memory.peak)
    }

    /// Runs until the sources are at their end, or an interruption was asked for and what was under way is finished.
    ///
    /// Each outcome is handed to `consume` on the calling thread, in the order of the sources. If `consume` throws, no
    /// new item is begun, and the error is thrown on.
    ///
    /// - Returns: why a source could not go on, if one could not; its items up to then were handed over.
    public func run<Failure: Error>(
        _ sources: [any ItemSource], consume: (Outcome) throws(Failure) -> Void
    ) throws(Failure) -> SourceError? {
        fetch.start(from: listed, to: fetched)
        analyze.start(from: fetched, to: analyzed)
        let listing = ListingTask(sources, room: room, counter: counter, naming: naming, outlet: listed)
        interruption.whenRequested { listing.stop() }
        try hand(to: consume, onFailure: listing.stop)
        return listing.failure()
    }

    private func hand<Failure: Error>(
        to consume: (Outcome) throws(Failure) -> Void, onFailure stop: () -> Void
    ) throws(Failure) {
        var sequencer = Sequencer<Outcome>()
        var failure: Failure?
        var owed = 0
        while let parcel = analyzed.pop() {
            for outcome in sequencer.insert(parcel.content, ticket: parcel.ticket) {
                owed += 1
                if owed == returned {
                    room.release(owed)
                    owed = 0
                }
                guard failure == nil else { continue }
                counter.finish(outcome)
                do throws(Failure) {
                    try consume(outcome)
                } catch {
                    failure = error
                    stop()
                }
            }
        }
        precondition(sequencer.heldBack == 0, "\(sequencer.heldBack) items went in and did not come out")
        if let failure { throw failure }
    }
}
