internal import GRDB

/// Which databases are ours: by the number in the header of the file, and by migrations that this version knows.
struct DatabaseOwnership: Sendable {
    /// Stands in the header of the file; a database with another number is somebody else's.
    let applicationID: Int
    /// How the database is called in GRDB's messages and queues.
    let label: String
    /// How many may read at once.
    let readers: Int
    /// The tables, and how older ones become them.
    let migrator: @Sendable () -> DatabaseMigrator

    /// How connections are opened; a file that is not ours is refused before anything in it is changed.
    func configuration(path: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        // Only a checkpoint or a short write of another process makes anybody wait, for milliseconds.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { db in try check(db, path: path) }
        return configuration
    }

    private func check(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if found != applicationID {
            // A new file, or one whose first run was killed before the first migration: only their list is there.
            let tables =
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
                ?? 0
            guard tables == 0 else { throw CatalogError.foreign(path: path) }
            guard !db.configuration.readonly else { throw CatalogError.missing(path: path) }
        } else if try migrator().hasBeenSuperseded(db) {
            throw CatalogError.newer(path: path)
        }
    }
}
