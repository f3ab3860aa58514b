import ImageAPIs
import Sourcing
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
    static func of<Source: ServiceSource>(
        behind items: [SourceItem] = [], _ make: @escaping @Sendable () throws -> Source
    ) async throws -> SourceRun {
        try await OwnQueue.run {
            var run = SourceRun()
            var source = try make()
            source.resume(behind: items)
            do throws(SourceError) {
                while case let answer = try source.nextAnswer(), !answer.isEmpty { run.items += answer }
            } catch {
                run.error = error
            }
            run.notes = [source.note].compactMap(\.self)
            return run
        }
    }
}

/// What the sources of both services have in common.
protocol ServiceSource: AnsweringSource {
    var note: CollectionNote? { get }
}

extension NekosiaSource: ServiceSource {}
extension NekosBestSource: ServiceSource {}
