import Catalogs
import Foundation
import GRDB
import Manifests
import Randomness
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The error that `work` ends with, if any.
private func failure<Value>(_ work: () throws(CatalogError) -> Value) -> CatalogError? {
    do throws(CatalogError) {
        _ = try work()
        return nil
    } catch {
        return error
    }
}

struct CatalogErrorTests {
    private let folder: DatasetFolder

    init() throws { folder = try DatasetFolder() }

    @Test func `a second run on the same folder is refused until the first is gone`() throws {
        do {
            let first = try Catalog(writing: folder.path)
            let process = Int(ProcessInfo.processInfo.processIdentifier)
            let expected = CatalogError.locked(folder: folder.path, process: process)
            #expect(failure { () throws(CatalogError) in try Catalog(writing: folder.path) } == expected)
            #expect(
                expected.description
                    == "another run (process \(process)) is writing \(folder.path); wait for it, or choose another folder"
            )
            try first.commit([row(1)], key: "a")
        }
        _ = try Catalog(writing: folder.path)
    }

    @Test func `a catalog that is not there cannot be read`() {
        #expect(failure { () throws(CatalogError) in try Catalog(reading: folder.path) } == .missing(path: folder.file))
    }

    @Test func `the database of another program is refused and not touched`() throws {
        try folder.plant([])
        try DatabaseQueue(path: folder.file).write {
            try $0.execute(sql: "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)")
        }
        let before = try Data(contentsOf: URL(filePath: folder.file))
        #expect(failure { () throws(CatalogError) in try Catalog(writing: folder.path) } == .foreign(path: folder.file))
        #expect(failure { () throws(CatalogError) in try Catalog(reading: folder.path) } == .foreign(path: folder.file))
        #expect(try Data(contentsOf: URL(filePath: folder.file)) == before)
    }

    @Test func `a later version is refused`() throws {
        try Catalog(writing: folder.path).close()
        try DatabaseQueue(path: folder.file).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')")
        }
        #expect(failure { () throws(CatalogError) in try Catalog(writing: folder.path) } == .newer(path: folder.file))
        #expect(failure { () throws(CatalogError) in try Catalog(reading: folder.path) } == .newer(path: folder.file))
    }

    @Test func `an empty file is a catalog that nobody wrote yet`() throws {
        try folder.plant([])
        #expect(failure { () throws(CatalogError) in try Catalog(reading: folder.path) } == .missing(path: folder.file))
        try Catalog(writing: folder.path).commit([row(1)], key: "a")
    }

    @Test func `a catalog whose first run was killed before its tables were made is one that nobody wrote yet`() throws
    {
        try folder.plant([])
        try DatabaseQueue(path: folder.file).write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        #expect(failure { () throws(CatalogError) in try Catalog(reading: folder.path) } == .missing(path: folder.file))
        try Catalog(writing: folder.path).commit([row(1)], key: "a")
    }

    @Test func `a file that is no database says what to do`() throws {
        try folder.plant(Array(String(repeating: "not a database. ", count: 100).utf8))
        let expected = CatalogError.damaged(path: folder.file, reason: "file is not a database")
        #expect(failure { () throws(CatalogError) in try Catalog(writing: folder.path) } == expected)
        #expect(
            expected.description
                == "\(folder.file): damaged (file is not a database); remove the file, and the next run analyzes everything anew"
        )
    }

    @Test func `missing tables are damage`() throws {
        try Catalog(writing: folder.path).close()
        try DatabaseQueue(path: folder.file).write { try $0.execute(sql: "DROP TABLE analysis") }
        let catalog = try Catalog(writing: folder.path)
        let expected = CatalogError.damaged(path: folder.file, reason: "no such table: analysis")
        #expect(failure { () throws(CatalogError) in try catalog.commit([row(1)], key: "a") } == expected)
    }

    @Test func `sections that are no JSON are damage`() throws {
        do {
            let catalog = try Catalog(writing: folder.path)
            try catalog.commit([row(1)], key: "a")
            try catalog.close()
        }
        try DatabaseQueue(path: folder.file).write { try $0.execute(sql: "UPDATE analysis SET sections = '{'") }
        let catalog = try Catalog(reading: folder.path)
        let expected = CatalogError.damaged(
            path: folder.file, reason: "line 1, byte 2: expected a key in quotes, found the end of the text")
        #expect(failure { () throws(CatalogError) in try catalog.analyses(of: [row(1).digest], key: "a") } == expected)
    }

    @Test func `a folder that cannot be made is unavailable`() throws {
        try folder.plant([])
        let inside = "\(folder.file)/deeper"
        let expected = CatalogError.unavailable(path: inside, reason: "a part of the path is no folder")
        #expect(failure { () throws(CatalogError) in try Catalog(writing: inside) } == expected)
    }

    @Test(arguments: [31, 32] as [UInt64]) func `flipped and missing bytes are errors or old answers, never a crash`(
        seed: UInt64
    ) throws {
        do {
            let catalog = try Catalog(writing: folder.path)
            try catalog.commit((0..<30).map(row), key: "a")
            try catalog.close()
        }
        let sound = [UInt8](try Data(contentsOf: URL(filePath: folder.file)))
        var random = SplitMix64(seed: seed)
        for _ in 0..<60 {
            var bytes = sound
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                // Headers of pages are where most can go wrong.
                for _ in 0..<8 {
                    let page = Int.random(in: 0..<bytes.count / 4096, using: &random)
                    bytes[page * 4096 + Int.random(in: 0..<120, using: &random)] = UInt8.random(
                        in: 0...255, using: &random)
                }
            }
            let damaged = try DatasetFolder()
            try damaged.plant(bytes)
            let error = failure { () throws(CatalogError) in
                let catalog = try Catalog(writing: damaged.path)
                _ = try catalog.analyses(of: (0..<30).map { row($0).digest }, key: "a")
                try catalog.commit((30..<40).map(row), key: "a")
                _ = try catalog.fetches(of: ["x"])
            }
            #expect(error.map { !$0.description.isEmpty } ?? true)
        }
    }
}
