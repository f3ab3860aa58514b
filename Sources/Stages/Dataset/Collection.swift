internal import Catalogs
internal import Duplicates
internal import Files
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
    private(set) var ids: [String] = []
    /// Counts of what was taken.
    private(set) var summary: Summary
    private var count = 0
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

    /// Commits what waits.
    mutating func flush() throws(DatasetError) {
        let rows = fresh
        fresh.removeAll(keepingCapacity: true)
        let (catalog, key) = (catalog, key)
        try DatasetError.asking { () throws(CatalogError) in try catalog.commit(rows, key: key) }
    }

    /// Hands over every line, complete with its group, in order.
    mutating func complete(
        with assignment: GroupAssignment, _ write: ([UInt8]) throws(OutputError) -> Void
    ) throws(DatasetError) -> Summary {
        var ticket = 0
        var position = 0
        var line: [UInt8] = []
        for section in assignment.sections { summary.count(section) }
        summary.groups = assignment.lines.count
        do throws(OutputError) {
            try spool.drain { (draft) throws(OutputError) in
                line.removeAll(keepingCapacity: true)
                let isGrouped = position < pictures.count && pictures[position].ticket == ticket
                draft.complete(with: isGrouped ? assignment.sections[position] : nil, into: &line)
                if isGrouped { position += 1 }
                ticket += 1
                try write(line)
            }
        } catch {
            throw .output(error)
        }
        return summary
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
        let isReference = record.source.kind == ReferenceSource.kind
        if let picture = PictureFacts(
            record, descriptor: descriptor, sequence: sequence, ticket: count, isReference: isReference)
        {
            pictures.append(picture)
            ids.append(record.id)
        }
        count += 1
        do throws(OutputError) { try spool.append(DraftLine(record)) } catch { throw .output(error) }
    }
}
