internal import GRDB

/// The tables, and how older ones become them.
enum CatalogSchema {
    /// Stands in the header of the file, `PAWP`: a database without it is somebody else's.
    static let applicationID = 0x5041_5750

    /// How connections are opened; a file that is no catalog is refused before anything in it is changed.
    static func configuration(path: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "pawprint.catalog"
        // Only a checkpoint of another process makes anybody wait, for milliseconds.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            if found != applicationID {
                // A new file, or one whose first run was killed before the first migration: only their list is there.
                let tables =
                    try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
                    ?? 0
                guard tables == 0 else { throw CatalogError.foreign(path: path) }
                guard !db.configuration.readonly else { throw CatalogError.missing(path: path) }
            } else if try migrator.hasBeenSuperseded(db) {
                throw CatalogError.newer(path: path)
            }
        }
        return configuration
    }

    /// Steps are added, never changed.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);

                    -- What decided analyses: algorithms, versions, limits.
                    CREATE TABLE analysis_key (
                        id INTEGER PRIMARY KEY,
                        name TEXT NOT NULL UNIQUE
                    ) STRICT;

                    -- The descriptor stands last: it fills pages of its own, which reading the sections passes over.
                    CREATE TABLE analysis (
                        digest TEXT NOT NULL,
                        key INTEGER NOT NULL REFERENCES analysis_key (id),
                        sections TEXT NOT NULL,
                        descriptor BLOB NOT NULL,
                        UNIQUE (digest, key)
                    ) STRICT;

                    -- Either the columns up to last_modified, or code, message and is_passing.
                    CREATE TABLE fetch (
                        item TEXT NOT NULL PRIMARY KEY,
                        time INTEGER NOT NULL,
                        sha256 TEXT,
                        bytes INTEGER,
                        path TEXT,
                        etag TEXT,
                        last_modified TEXT,
                        code TEXT,
                        message TEXT,
                        is_passing INTEGER,
                        CHECK ((sha256 IS NULL) = (code IS NOT NULL))
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        // Analyses of before have none and another key, so they are not asked for again.
        migrator.registerMigration("sequences") { db in
            try db.execute(sql: "ALTER TABLE analysis ADD COLUMN sequence BLOB NOT NULL DEFAULT x''")
        }
        return migrator
    }
}
