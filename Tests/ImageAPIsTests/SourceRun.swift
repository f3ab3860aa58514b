import ImageAPIs
import Sourcing
import Synchronization
import TestSupport

/// What a source yields until its end, pulled on a queue of its own as in a run.
struct SourceRun: Sendable {
    /// The items.
    var items: [SourceItem] = []
    /// What was said of the end.
    var notes: [CollectionNote] = []
    /// Why it ended, if it failed.
    var error: SourceError?

    /// Pulls the source that `make` makes.
    static func of<Source: ItemSource>(
        _ make: @escaping @Sendable (_ note: @escaping @Sendable (CollectionNote) -> Void) throws -> Source
    ) async throws -> SourceRun {
        try await OwnQueue.run {
            let notes = Notes()
            var run = SourceRun()
            var source = try make { note in notes.all.withLock { $0.append(note) } }
            do throws(SourceError) {
                while let listed = try source.next() {
                    if case .item(let item) = listed { run.items.append(item) }
                }
            } catch {
                run.error = error
            }
            run.notes = notes.all.withLock { $0 }
            return run
        }
    }

    private final class Notes: Sendable {
        let all = Mutex<[CollectionNote]>([])
    }
}
