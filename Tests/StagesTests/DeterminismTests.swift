import Foundation
import Stages
import TestSupport
import Testing

@Suite struct DeterminismTests {
    @Test func `the same files give the same bytes for any number of workers and any queue`() async throws {
        let folder = try TemporaryFolder()
        var contents: [String] = []
        for (jobs, queue) in [(1, 1), (2, 3), (8, 64)] {
            let dataset = folder.url.appending(path: "dataset-\(jobs)")
            let (result, _) = try await Datasets.run(
                try Datasets.fixtures("good", "crafted", "bad"), into: dataset,
                options: RunOptions(jobs: jobs, queueCapacity: queue))
            #expect(result.isComplete)
            contents.append(try Datasets.content(of: dataset))
        }
        #expect(contents[0].utf8.count > 50_000)
        #expect(contents[0] == contents[1])
        #expect(contents[0] == contents[2])
    }

    @Test func `a ceiling of memory below every picture changes nothing but the speed`() async throws {
        let folder = try TemporaryFolder()
        let roomy = folder.url.appending(path: "roomy")
        let tight = folder.url.appending(path: "tight")
        let sources = { try Datasets.fixtures("good") }
        _ = try await Datasets.run(try sources(), into: roomy)
        let (_, progress) = try await Datasets.run(
            try sources(), into: tight, options: RunOptions(jobs: 4, memory: 1))
        #expect(try Datasets.content(of: roomy) == Datasets.content(of: tight))
        #expect(progress.peakMemory > 1, "a picture above the ceiling is admitted alone")
    }
}
