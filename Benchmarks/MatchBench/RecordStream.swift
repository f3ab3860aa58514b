import Duplicates
import Stages

/// Synthetic records in order, made some hundreds at a time on all cores while whoever asks for them waits, so that what it
/// costs to make them is known and can be taken off.
final class RecordStream: Sequence, IteratorProtocol {
    /// As many as are worth dividing; some megabytes.
    private static let batch = 512

    private let records: SyntheticRecords
    /// What was made and not yet taken, the next one last, so that taking it copies nothing.
    private var made: [Analyzed] = []
    private var place = 0
    /// What making them has cost so far.
    private(set) var making = Cost(cpu: 0, wall: 0, peak: 0)

    init(_ records: SyntheticRecords) { self.records = records }

    func next() -> Analyzed? {
        if made.isEmpty { make() }
        return made.popLast()
    }

    private func make() {
        let (records, start) = (records, place)
        let (batch, cost) = Cost.of {
            let end = Swift.min(start + Self.batch, records.count)
            return Cores.results(of: end - start) { index in
                let (record, analysis) = records.record(at: end - 1 - index)
                return Analyzed(record: record, analysis: analysis, wasKnown: true)
            }
        }
        place += batch.count
        made = batch
        making = making.adding(cost)
    }
}
