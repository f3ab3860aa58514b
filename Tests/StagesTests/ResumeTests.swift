import Dataflow
import Foundation
import Sourcing
import Stages
import TestSupport
import Testing

@Suite struct ResumeTests {
    @Test func `a second run analyzes nothing and ends in the same bytes`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let (_, first) = try await Datasets.run(try Datasets.fixtures("good", "bad"), into: dataset)
        let content = try Datasets.content(of: dataset)
        let (_, second) = try await Datasets.run(try Datasets.fixtures("good", "bad"), into: dataset)
        #expect(try Datasets.content(of: dataset) == content)
        #expect(second.finished == first.finished)
        #expect(second.known == second.finished, "what fails to decode is remembered too")
    }

    @Test(arguments: [0, 1, 17, 60])
    func `an interrupted run writes no manifest, and the next one continues to the same bytes`(count: Int) async throws
    {
        let folder = try TemporaryFolder()
        let whole = folder.url.appending(path: "whole")
        let cut = folder.url.appending(path: "cut")
        _ = try await Datasets.run(try Datasets.fixtures("good"), into: whole)

        let interruption = Interruption()
        let source = InterruptingSource(
            base: try FolderSource(path: Fixtures.root.appending(path: "good").path), count: count,
            interruption: interruption)
        let (result, stopped) = try await Datasets.run([source], into: cut, interruption: interruption)
        #expect(!result.isComplete)
        #expect(stopped.finished == stopped.listed, "what was under way is finished")
        #expect(stopped.finished <= count + 1)
        #expect(!FileManager.default.fileExists(atPath: cut.appending(path: "manifest.jsonl").path))

        let (_, continued) = try await Datasets.run(try Datasets.fixtures("good"), into: cut)
        #expect(continued.known >= stopped.finished, "nothing is analyzed twice")
        #expect(try Datasets.content(of: cut) == Datasets.content(of: whole))
    }

    @Test func `without resuming, everything is analyzed again, to the same bytes`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        _ = try await Datasets.run(try Datasets.fixtures("crafted"), into: dataset)
        let content = try Datasets.content(of: dataset)
        let (_, again) = try await Datasets.run(
            try Datasets.fixtures("crafted"), into: dataset, options: RunOptions(jobs: 2, resumes: false))
        #expect(again.known == 0)
        #expect(try Datasets.content(of: dataset) == content)
    }
}

/// Asks for an interruption after some items, as a signal at that moment would.
private struct InterruptingSource: ItemSource {
    var base: FolderSource
    var count: Int
    let interruption: Interruption

    mutating func next() throws(SourceError) -> ListedOrProblem? {
        if count == 0 { interruption.request(signal: 15) }
        count -= 1
        return try base.next()
    }
}
