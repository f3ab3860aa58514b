import Dataflow
import Duplicates
import Foundation
import Sourcing
import Stages
import TestSupport

/// Runs the main job as the program does, without the program.
enum Datasets {
    /// The files of a dataset that are the same in every run.
    static let reproducible = ["manifest.jsonl", "groups.jsonl", "summary.json"]

    /// Makes or continues the dataset in `folder`.
    static func run(
        _ sources: [any ItemSource], into folder: URL, matching: MatchOptions = MatchOptions(),
        options: RunOptions = RunOptions(jobs: 2), fetcher: (any ByteFetcher)? = nil,
        interruption: Interruption = Interruption()
    ) async throws -> (result: DatasetResult, progress: RunProgress) {
        try await run(
            orders: sources.map { .items($0) }, into: folder, matching: matching, options: options, fetcher: fetcher,
            interruption: interruption)
    }

    /// Makes or continues the dataset in `folder`, of services too.
    static func run(
        orders: [SourceOrder], into folder: URL, matching: MatchOptions = MatchOptions(),
        options: RunOptions = RunOptions(jobs: 2), fetcher: (any ByteFetcher)? = nil,
        interruption: Interruption = Interruption(), say: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> (result: DatasetResult, progress: RunProgress) {
        try await OwnQueue.run {
            let order = DatasetRun.Order(folder: DatasetFolder(folder.path), matching: matching)
            let run = try DatasetRun(
                order, options: options, fetcher: fetcher, interruption: interruption, say: say)
            let result = try run.run(orders)
            return (result, run.progress)
        }
    }

    /// The content of the files that never differ, in one text.
    static func content(of folder: URL) throws -> String {
        try reproducible.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
            .joined(separator: "\n--\n")
    }

    /// The fixtures in the folders with these names.
    static func fixtures(_ names: String...) throws -> [any ItemSource] {
        try names.map { try FolderSource(path: Fixtures.root.appending(path: $0).path) }
    }
}
