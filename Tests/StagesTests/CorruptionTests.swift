import Foundation
import Manifests
import Stages
import TestSupport
import Testing

@Suite struct CorruptionTests {
    @Test func `every broken file is a line with its stage, a code and a reason; items in are lines out`() async throws
    {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        let (result, progress) = try await Datasets.run(try Datasets.fixtures("bad"), into: dataset)
        let records = try Self.records(of: dataset)
        #expect(records.count == progress.listed)
        #expect(result.summary.statuses["failed"] == records.count)
        for record in records {
            let error = try #require(record.error, "\(record.id) is broken")
            #expect(error.stage == "decode")
            #expect(!error.code.isEmpty && error.message.count > 10)
            #expect(record.fingerprint == nil && record.group == nil)
            #expect(record.file != nil, "the bytes were read and are known")
        }
    }

    @Test func `unusual files are no broken ones`() async throws {
        let folder = try TemporaryFolder()
        let dataset = folder.url.appending(path: "dataset")
        _ = try await Datasets.run(try Datasets.fixtures("crafted"), into: dataset)
        for record in try Self.records(of: dataset) { #expect(record.error == nil, "\(record.id)") }
    }

    @Test func `a damaged file is taken as far as it goes where that is asked for, and says so`() throws {
        let path = Fixtures.root.appending(path: "bad/truncated-half.jpg").path
        var strict = PictureReader(AnalysisPlan())
        var tolerant = PictureReader(AnalysisPlan(acceptsTruncated: true))
        #expect(strict.record(of: path).error?.code == "truncated")
        let record = tolerant.record(of: path)
        #expect(record.error == nil)
        #expect(record.image?.damage.isEmpty == false)
        #expect(record.fingerprint != nil)
    }

    @Test func `a file that is not there is a line`() throws {
        var reader = PictureReader()
        #expect(
            reader.record(of: "no/such/file.png").error
                == ErrorSection(stage: "read", code: "file-missing", message: "no such file"))
    }

    static func records(of dataset: URL) throws -> [ManifestRecord] {
        try ManifestLine.records(in: [UInt8](try Data(contentsOf: dataset.appending(path: "manifest.jsonl"))))
    }
}
