import Catalogs
import Foundation
import Manifests
import Testing

struct CatalogTests {
    private let folder: DatasetFolder

    init() throws { folder = try DatasetFolder() }

    @Test func `what is committed is found, in the order of the question`() throws {
        let catalog = try Catalog(writing: folder.path)
        try catalog.commit((0..<20).map(row), key: "a")
        let digests = [row(7).digest, "unknown", row(5).digest, row(7).digest]
        let expected = [row(7).analysis, nil, row(5).analysis, row(7).analysis]
        #expect(try catalog.analyses(of: digests, key: "a") == expected)
        #expect(try catalog.descriptors(of: digests, key: "a") == expected.map { $0?.descriptor })
        #expect(try catalog.sequences(of: digests, key: "a") == expected.map { $0?.sequence })
        #expect(try catalog.analyses(of: [], key: "a") == [])
    }

    @Test func `sections can be had without their descriptors`() throws {
        let catalog = try Catalog(writing: folder.path)
        try catalog.commit([row(1)], key: "a")
        var expected = row(1).analysis
        expected.descriptor = []
        expected.sequence = []
        #expect(try catalog.analyses(of: [row(1).digest], key: "a", descriptors: false) == [expected])
    }

    @Test func `another key knows nothing, and takes nothing away`() throws {
        let catalog = try Catalog(writing: folder.path)
        try catalog.commit([row(1)], key: "pdq/1")
        #expect(try catalog.analyses(of: [row(1).digest], key: "pdq/2") == [nil])
        var other = row(1).analysis
        other.descriptor = [1]
        try catalog.commit([AnalysisRow(digest: row(1).digest, analysis: other)], key: "pdq/2")
        #expect(try catalog.analyses(of: [row(1).digest], key: "pdq/1") == [row(1).analysis])
        #expect(try catalog.analyses(of: [row(1).digest], key: "pdq/2") == [other])
    }

    @Test func `the last commit for the same bytes stands`() throws {
        let catalog = try Catalog(writing: folder.path)
        try catalog.commit([row(1)], key: "a")
        try catalog.commit([AnalysisRow(digest: row(1).digest, analysis: row(5).analysis)], key: "a")
        #expect(try catalog.analyses(of: [row(1).digest], key: "a") == [row(5).analysis])
    }

    @Test func `everything is there after closing and opening`() throws {
        do {
            let catalog = try Catalog(writing: folder.path)
            try catalog.commit((0..<300).map(row), key: "a")
            try catalog.close()
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.pawprint").sorted() == [
                "catalog.sqlite", "lock",
            ])
        let catalog = try Catalog(writing: folder.path)
        #expect(
            try catalog.analyses(of: (0..<300).map { row($0).digest }, key: "a") == (0..<300).map { row($0).analysis })
    }

    @Test func `a reader sees what a writer commits meanwhile`() throws {
        let writer = try Catalog(writing: folder.path)
        try writer.commit([row(1)], key: "a")
        let reader = try Catalog(reading: folder.path)
        #expect(try reader.analyses(of: [row(1).digest], key: "a") == [row(1).analysis])
        try writer.commit([row(2)], key: "a")
        #expect(try reader.analyses(of: [row(2).digest], key: "a") == [row(2).analysis])
        try reader.close()
        try writer.commit([row(3)], key: "a")
    }

    @Test func `many threads read while one writes`() async throws {
        let catalog = try Catalog(writing: folder.path)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for reader in 0..<4 {
                group.addTask {
                    var found = 0
                    for index in 0..<200 {
                        let analysis = try catalog.analyses(of: [row(index).digest], key: "a")[0]
                        #expect(analysis == nil || analysis == row(index).analysis, "reader \(reader)")
                        found += analysis == nil ? 0 : 1
                    }
                    return found
                }
            }
            for start in stride(from: 0, to: 200, by: 20) {
                try catalog.commit((start..<start + 20).map(row), key: "a")
            }
            for try await found in group { #expect(found <= 200) }
        }
        #expect(try catalog.analyses(of: (0..<200).map { row($0).digest }, key: "a").allSatisfy { $0 != nil })
    }

    @Test func `the journal remembers how fetching ended`() throws {
        let catalog = try Catalog(writing: folder.path)
        let file = FetchRow.File(sha256: "ab", bytes: 3, path: "images/ab/ab.png", etag: "\"x\"")
        let rows = [
            FetchRow(item: "https://a/1", outcome: .fetched(file), time: 10),
            FetchRow(
                item: "https://a/2",
                outcome: .failed(FetchRow.Failure(code: "timeout", message: "30 s", isPassing: true)), time: 11),
        ]
        try catalog.commit(rows)
        #expect(try catalog.fetches(of: ["https://a/2", "https://a/3", "https://a/1"]) == [rows[1], nil, rows[0]])
        let again = FetchRow(item: "https://a/2", outcome: .fetched(file), time: 12)
        try catalog.commit([again])
        #expect(try catalog.fetches(of: ["https://a/2"]) == [again])
        let gone = FetchRow(
            item: "https://a/1", outcome: .failed(FetchRow.Failure(code: "gone", message: "410", isPassing: false)),
            time: 13)
        try catalog.commit([gone])
        #expect(try catalog.fetches(of: ["https://a/1"]) == [gone])
    }
}
