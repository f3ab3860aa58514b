import Duplicates
import Stages

/// Synthetic records in order, made some hundreds at a time on all cores while whoever asks for them waits, so that what it
/// costs to make them is known and can be taken off.
final class RecordStream: Sequence, IteratorProtocol {
    /// As many as are worth dividing; some megabytes.
    private static let batch = 512

    private let records: SyntheticRecords
    private var made: [Analyzed] = []
    private var taken = 0
    private var place = 0
    /// What making them has cost so far.
    private(set) var making = Cost(cpu: 0, wall: 0, peak: 0)

    init(_ records: SyntheticRecords) { self.records = records }

    func next() -> Analyzed? {
        if taken == made.count { make() }
        guard taken < made.count else { return nil }
        defer { taken += 1 }
        return made[taken]
    }

    private func make() {
        let (records, start) = (records, place)
        let (batch, cost) = Cost.of {
            Cores.results(of: Swift.min(Self.batch, records.count - start)) { index in
                let (record, analysis) = records.record(at: start + index)
                return Analyzed(record: record, analysis: analysis, wasKnown: true)
            }
        }
        place += batch.count
        (made, taken) = (batch, 0)
        making = making.adding(cost)
    }
}
