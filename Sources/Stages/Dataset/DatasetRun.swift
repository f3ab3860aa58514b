public import Checks
public import Dataflow
public import Duplicates
public import JSONText
public import Sourcing

internal import Catalogs
internal import Codecs
internal import Files
internal import Manifests
internal import Palettes

/// The main job: sources in, a dataset folder out.
///
/// Everything is gathered and committed as it comes; then, when all is known, copies are grouped, and the manifest is
/// written in one piece. Killed in between, the next run takes from the catalog what was done, and ends in the same
/// files.
public struct DatasetRun: Sendable {
    /// What a run computes and where it puts it.
    public struct Order: Sendable {
        /// Where the dataset stands.
        public var folder: DatasetFolder
        /// What is computed from bytes.
        public var plan: AnalysisPlan
        /// How bad a wrong declaration is.
        public var policy: CheckPolicy
        /// What a copy is, and which one stays.
        public var matching: MatchOptions
        /// What somebody decided about pictures of some content; overrules every verdict.
        public var decisions = Decisions()
        /// What was asked for, as the summary repeats it.
        public var spec: JSONObject

        /// An order with defaults for everything but the folder.
        public init(
            folder: DatasetFolder, plan: AnalysisPlan = AnalysisPlan(), policy: CheckPolicy = CheckPolicy(),
            matching: MatchOptions = MatchOptions(), spec: JSONObject = JSONObject()
        ) {
            self.folder = folder
            self.plan = plan
            self.policy = policy
            self.matching = matching
            self.spec = spec
        }
    }

    private let order: Order
    private let options: RunOptions
    private let catalog: Catalog
    private let inputs: DatasetInputs
    private let gathering: Gathering
    private let interruption: Interruption

    /// Opens the dataset folder, which is made if it is missing, for this run alone.
    ///
    /// - Parameters:
    ///   - fetcher: how URLs are fetched, or `nil` where nothing may be, and no service asked.
    ///   - say: takes what is to be said of a listing that is no failure, for people.
    public init(
        _ order: Order, options: RunOptions, fetcher: (any ByteFetcher)?, interruption: Interruption,
        say: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(DatasetError) {
        self.order = order
        self.options = options
        self.interruption = interruption
        let folder = order.folder
        let catalog = try DatasetError.asking { () throws(CatalogError) in try Catalog(writing: folder.path) }
        self.catalog = catalog
        let memory = CatalogMemory(catalog: catalog, key: order.plan.key)
        let inputs = DatasetInputs(
            folder: folder, catalog: catalog, options: options, isOffline: fetcher == nil, say: say)
        self.inputs = inputs
        gathering = Gathering(
            plan: order.plan, policy: order.policy, options: options, naming: .relative(to: folder.path),
            fetching: FetchStage(
                fetcher: fetcher, store: ContentStore(folder: folder.images), journal: inputs.journal,
                interruption: interruption),
            known: options.resumes ? memory : NothingKnown(), interruption: interruption)
    }

    /// Where the run stands; may be asked from any thread.
    public var progress: RunProgress { gathering.progress }

    /// Runs to the end, or until an interruption: then nothing is written but what the next run continues from.
    ///
    /// A service that failed leaves its line and its reason in the result; a source of this machine that failed leaves
    /// no manifest.
    public func run(_ sources: [SourceOrder]) throws(DatasetError) -> DatasetResult {
        try complete { (take) throws(DatasetError) in try gathering.run(inputs.sources(of: sources), consume: take) }
    }

    /// Does with records what a run does once they are gathered: for measuring.
    ///
    /// - Parameter records: All of them, in order.
    package func run(records: some Sequence<Analyzed>) throws(DatasetError) -> DatasetResult {
        try complete { (take) throws(DatasetError) in
            for analyzed in records { try take(.success(analyzed)) }
            return nil
        }
    }

    private func complete(
        _ gather: ((Gathering.Outcome) throws(DatasetError) -> Void) throws(DatasetError) -> SourceError?
    ) throws(DatasetError) -> DatasetResult {
        let result = try write(gather)
        let catalog = catalog
        try DatasetError.asking { () throws(CatalogError) in try catalog.close() }
        return result
    }

    private func write(
        _ gather: ((Gathering.Outcome) throws(DatasetError) -> Void) throws(DatasetError) -> SourceError?
    ) throws(DatasetError) -> DatasetResult {
        let folder = order.folder
        let spool = try DatasetError.writing { () throws(OutputError) in try Spool(path: folder.spool) }
        var collection = Collection(
            catalog: catalog, key: order.plan.key, spool: spool,
            summary: Summary(
                spec: order.spec,
                versions: [
                    "colors": .string(ColorThief.method), "fingerprint": .string(order.plan.fingerprintKind),
                ]))
        let sourceError = try gather { (outcome) throws(DatasetError) in try collection.take(outcome) }
        try collection.flush()
        if interruption.requested != nil || sourceError?.isOfService == false {
            return DatasetResult(summary: collection.summary, sourceError: sourceError, isComplete: false)
        }
        ProcessMemory.giveBackFreedPages()
        let (summary, groupingTime) = try writeGrouped(&collection)
        try writeIndex(collection)
        try DatasetError.writing { () throws(OutputError) in
            try AtomicFile.write(summary.encoded(), to: folder.summary)
        }
        try report(groupingTime: groupingTime)
        return DatasetResult(summary: summary, sourceError: sourceError, isComplete: true)
    }

    private func group(_ pictures: [PictureFacts]) throws(DatasetError) -> Deduplication {
        let (folder, limits) = (order.folder, order.plan.limits)
        let known = CatalogDetails(catalog: catalog, key: order.plan.key, readsFrames: order.plan.readsFrames)
        return try Deduplication(
            of: pictures, options: order.matching, decisions: order.decisions, memory: pairMemory,
            pixels: { (one, other) throws(DatasetError) in
                let digests = [one, other].map { PixelDigest.ofFile(at: folder.path(of: $0.path), limits: limits) }
                return digests.contains(nil) ? nil : digests[0] == digests[1]
            },
            details: { (pictures) throws(DatasetError) in try known.details(of: pictures) })
    }

    /// What an earlier run over this dataset found out about pairs, under the same plan and options.
    private var pairMemory: PairMemory<DatasetError> {
        let (file, plan, resumes) = (PairFile(path: order.folder.pairIndex), order.plan.key, options.resumes)
        return PairMemory(
            recall: { key in resumes ? file.record(under: plan + ";" + key) : nil },
            keep: { (record, key) throws(DatasetError) in
                try DatasetError.writing { () throws(OutputError) in try file.write(record, under: plan + ";" + key) }
            })
    }

    /// Groups what was collected, writes groups and manifest, and forgets the groups: the index has no use for them.
    private func writeGrouped(
        _ collection: inout Collection
    ) throws(DatasetError) -> (summary: Summary, groupingTime: Duration) {
        let start = ContinuousClock().now
        let assignment = GroupAssignment(try group(collection.pictures), ids: collection.ids)
        let groupingTime = start.duration(to: ContinuousClock().now)
        return (try write(&collection, assignment), groupingTime)
    }

    private func write(
        _ collection: inout Collection, _ assignment: GroupAssignment
    ) throws(DatasetError) -> Summary {
        let folder = order.folder
        do throws(OutputError) {
            var groups = try AtomicFile(path: folder.groups)
            for line in assignment.lines { try groups.write(line.encoded() + [UInt8(ascii: "\n")]) }
            try groups.commit()
        } catch {
            throw .output(error)
        }
        return try writeManifest(&collection, assignment)
    }

    /// Leaves what a search needs beside the manifest that was just written.
    private func writeIndex(_ collection: borrowing Collection) throws(DatasetError) {
        guard let entries = collection.searchEntries(),
            let status = FileStatus.followingLinks(RawPath(order.folder.manifest))
        else { return }
        let bytes = entries.index(of: status, plan: order.plan.key)
        let path = order.folder.searchIndex
        try DatasetError.writing { () throws(OutputError) in try SearchIndex.write(bytes, to: path) }
    }

    private func writeManifest(
        _ collection: inout Collection, _ assignment: GroupAssignment
    ) throws(DatasetError) -> Summary {
        let path = order.folder.manifest
        var manifest = try DatasetError.writing { () throws(OutputError) in try AtomicFile(path: path) }
        let summary = try collection.complete(with: assignment) { (line) throws(OutputError) in
            try manifest.write(line)
        }
        do throws(OutputError) { try manifest.commit() } catch { throw .output(error) }
        return summary
    }

    private func report(groupingTime: Duration) throws(DatasetError) {
        let report = RunReport(progress: gathering.progress, options: options, groupingTime: groupingTime)
        let path = order.folder.report
        try DatasetError.writing { () throws(OutputError) in try AtomicFile.write(report.encoded(), to: path) }
    }
}
