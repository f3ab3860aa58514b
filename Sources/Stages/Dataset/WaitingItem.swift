internal import Duplicates
internal import Manifests

/// An item that waits to be looked at together with others; an object, so that handing it to another core copies nothing.
final class WaitingItem: Sendable {
    /// What the rest of a run needs of an item.
    struct Settled: Sendable {
        /// What grouping has to know of it; `nil` for one that was not decoded.
        let facts: PictureFacts?
        /// Its line.
        let draft: DraftLine
        /// Whether it says something that a picture which is kept in its place takes over.
        let isSaying: Bool
    }

    let record: ManifestRecord
    private let descriptor: [UInt8]
    private let sequence: [UInt8]
    private let ticket: Int

    init(_ record: ManifestRecord, descriptor: [UInt8], sequence: [UInt8], ticket: Int) {
        self.record = record
        self.descriptor = descriptor
        self.sequence = sequence
        self.ticket = ticket
    }

    /// What is worked out of it: most of what a run does with a picture that it has analyzed before.
    var settled: Settled {
        Settled(
            facts: PictureFacts(
                record, descriptor: descriptor, sequence: sequence, ticket: ticket,
                isReference: record.source.kind == ReferenceSource.kind, keepsDetail: false),
            draft: DraftLine(record), isSaying: Inheritances.isSaying(record))
    }
}
