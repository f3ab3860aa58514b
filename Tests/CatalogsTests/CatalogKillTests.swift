import Catalogs
import Foundation
import GRDB
import Manifests
import Testing

#if canImport(Glibc)
    import Glibc
#endif

struct CatalogKillTests {
    private let folder: DatasetFolder

    init() throws { folder = try DatasetFolder() }

    @Test func `a killed run leaves a catalog with all that it committed, and its lock is free`() async throws {
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let catalog = try Catalog(writing: path)
            try catalog.commit((0..<50).map(row), key: "a")
            // The next batch is under way when the process ends: its rows may be in the log, its commit is not.
            try DatabaseQueue(path: Catalog.path(in: path)).write { db in
                try db.execute(sql: "PRAGMA cache_size = 2; DELETE FROM analysis")
                kill(getpid(), SIGKILL)
            }
        }
        let catalog = try Catalog(writing: path)
        let digests = (0..<50).map { row($0).digest }
        #expect(try catalog.analyses(of: digests, key: "a") == (0..<50).map { row($0).analysis })
        try catalog.commit([row(60)], key: "a")
    }
}
