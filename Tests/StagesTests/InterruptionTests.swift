import Dataflow
import Foundation
import Manifests
import Sourcing
import Stages
import TestSupport
import Testing

@Suite struct InterruptionTests {
    @Test func `a source that waits is not waited for`() async throws {
        let folder = try TemporaryFolder()
        let interruption = Interruption()
        let gate = BoundedQueue<Bool>(capacity: 1)
        let source = StuckSource(gate: gate, interruption: interruption)
        let (result, progress) = try await Datasets.run(
            [source], into: folder.url.appending(path: "dataset"), interruption: interruption)
        gate.close()
        #expect(!result.isComplete)
        #expect(progress.finished == 0 && progress.listed == 0)
    }

    @Test func `a fetch that waits is cut short, and tried again by the next run`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let interruption = Interruption()
        let source = ListSource(bytes: Array("https://pictures.test/slow.png".utf8), name: "list.txt")
        let (result, progress) = try await Datasets.run(
            [source], into: dataset, fetcher: StuckFetcher(interruption: interruption), interruption: interruption)
        #expect(!result.isComplete)
        #expect(progress.failed == 1)
        _ = try await Datasets.run([source], into: dataset, fetcher: nil)
        #expect(try CorruptionTests.records(of: dataset).map { $0.error?.code } == ["offline"])
    }
}

/// Never gets to its first item: asks for an interruption and waits, as for a terminal where nobody types.
private struct StuckSource: ItemSource {
    let gate: BoundedQueue<Bool>
    let interruption: Interruption

    mutating func next() throws(SourceError) -> ListedOrProblem? {
        interruption.request(signal: 2)
        _ = gate.pop()
        return nil
    }
}

/// Asks for an interruption and waits until it is canceled, as between two attempts.
private struct StuckFetcher: ByteFetcher {
    let interruption: Interruption

    func fetch(
        _ item: SourceItem, into folder: String, unless version: FileVersion?
    ) async -> Result<FetchedContent, FetchFailure> {
        interruption.request(signal: 2)
        // Nobody ever yields: the iteration ends when the task is canceled.
        let (stream, continuation) = AsyncStream<Int>.makeStream()
        for await _ in stream { continue }
        withExtendedLifetime(continuation) {}
        return .failure(FetchFailure(code: "canceled", message: "canceled", isTransient: true))
    }
}
