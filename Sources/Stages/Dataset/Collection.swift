internal import Catalogs
internal import Duplicates
internal import Files
internal import Fingerprints
internal import Manifests

/// Takes the outcomes of a run in order: drafts to the spool, new analyses to the catalog, and in memory only what
/// grouping needs.
struct Collection: ~Copyable {
    private let catalog: Catalog
    private let key: String
    private var spool: Spool
    private var fresh: [AnalysisRow] = []
    /// What will be grouped, in the order of the source.
    private(set) var pictures: [PictureFacts] = []
    /// The ids of `pictures`.
    private(set) var ids = PackedNames()
    /// For each of `pictures` whether it says something that others may take over.
    private var isSaying: [Bool] = []
    /// Counts of what was taken.
    private(set) var summary: Summary
    private var count = 0
    /// The latest items, which are looked at together.
    private var waiting: [WaitingItem] = []
    /// As many as are worth dividing, and a megabyte of descriptors.
    private static let room = 128
    /// Whether a line has a fingerprint though its picture is not grouped: a search index of `pictures` would lack it.
    private var hasOthers = false
    /// Where the line of each picture begins in the manifest, once that was written.
    private var offsets: [Int] = []
    /// Rows a transaction: far more than it takes to make the transaction itself cheap, few enough to lose by a kill.
    private static let batch = 64

    init(catalog: Catalog, key: String, spool: consuming Spool, summary: Summary) {
        self.catalog = catalog
        self.key = key
        self.spool = spool
        self.summary = summary
    }

    /// Takes the next outcome.
    mutating func take(_ outcome: Gathering.Outcome) throws(DatasetError) {
        switch outcome {
        case .success(let analyzed):
            if !analyzed.wasKnown { try remember(analyzed.analysis) }
            try keep(
                analyzed.record, descriptor: analyzed.analysis.descriptor, sequence: analyzed.analysis.sequence)
        case .failure(let stopped):
            if let analysis = stopped.analysis, !stopped.wasKnown { try remember(analysis) }
            try keep(stopped.record, descriptor: [], sequence: [])
        }
    }

    /// Commits what waits. To be called when all outcomes were taken, too.
    mutating func flush() throws(DatasetError) {
        try settle()
        let rows = fresh
        fresh.removeAll(keepingCapacity: true)
        let (catalog, key) = (catalog, key)
        try DatasetError.asking { () throws(CatalogError) in try catalog.commit(rows, key: key) }
    }

    /// Hands over every line, complete with its group, in order.
    mutating func complete(
        with assignment: GroupAssignment, _ write: ([UInt8]) throws(OutputError) -> Void
    ) throws(DatasetError) -> Summary {
        var assignment = assignment
        var line: [UInt8] = []
        var offset = 0
        var offsets: [Int] = []
        assignment.count(in: &summary)
        summary.groups = assignment.groupCount
        do throws(OutputError) {
            if assignment.groupCount > 0, isSaying.contains(true) { try inherit(in: &assignment) }
            try forEachDraft { (draft, position) throws(OutputError) in
                line.removeAll(keepingCapacity: true)
                draft.complete(with: position.map { assignment.member(at: $0) } ?? [], into: &line)
                if position != nil { offsets.append(offset) }
                offset += line.count
                try write(line)
            }
        } catch {
            throw .output(error)
        }
        self.offsets = offsets
        return summary
    }

    /// What a search of the written manifest needs; `nil` where that has to be read from the manifest itself.
    func searchEntries() -> GroupedEntries? {
        guard !hasOthers, offsets.count == pictures.count else { return nil }
        return GroupedEntries(pictures: pictures, offsets: offsets)
    }

    /// Finds what those that are kept take over.
    private mutating func inherit(in assignment: inout GroupAssignment) throws(OutputError) {
        var inheritances = Inheritances(assignment)
        let (places, isSaying) = (assignment, isSaying)
        try forEachDraft { (draft, position) throws(OutputError) in
            guard let position, isSaying[position], inheritances.wants(position, of: places) else { return }
            inheritances.take(draft, at: position)
        }
        for (keeper, inherited) in inheritances.byKeeper { assignment.inherit(inherited, at: keeper) }
    }

    /// Hands over all drafts in order, each with its position among the pictures that were grouped, if it was.
    private mutating func forEachDraft(
        _ body: (DraftLine, Int?) throws(OutputError) -> Void
    ) throws(OutputError) {
        var ticket = 0
        var position = 0
        let pictures = pictures
        try spool.drain { (draft) throws(OutputError) in
            let isGrouped = position < pictures.count && pictures[position].ticket == ticket
            try body(draft, isGrouped ? position : nil)
            if isGrouped { position += 1 }
            ticket += 1
        }
    }

    private mutating func remember(_ analysis: Analysis) throws(DatasetError) {
        guard let digest = analysis.file?.sha256 else { return }
        fresh.append(AnalysisRow(digest: digest, analysis: analysis))
        if fresh.count >= Self.batch { try flush() }
    }

    private mutating func keep(
        _ record: ManifestRecord, descriptor: [UInt8], sequence: [UInt8]
    ) throws(DatasetError) {
        summary.count(record)
        waiting.append(WaitingItem(record, descriptor: descriptor, sequence: sequence, ticket: count))
        count += 1
        if waiting.count >= Self.room { try settle() }
    }

    /// Works out what is left to do with the items that wait, on all cores.
    private mutating func settle() throws(DatasetError) {
        let items = waiting
        waiting.removeAll(keepingCapacity: true)
        let settled = Cores.results(of: items.count) { items[$0].settled }
        var known: [PictureFacts] = []
        known.reserveCapacity(items.count)
        for (item, result) in zip(items, settled) {
            do throws(OutputError) { try spool.append(result.draft) } catch { throw .output(error) }
            if let facts = result.facts {
                known.append(facts)
                ids.append(item.record.id)
                isSaying.append(result.isSaying)
            } else if item.record.fingerprint != nil {
                hasOthers = true
            }
        }
        known.sharePaths()
        pictures += known
    }
}
