internal import GRDB

/// The tables of sessions, and how older ones become them.
enum SessionSchema {
    /// Stands in the header of the file, `PAWS`: a database without it is somebody else's.
    static let applicationID = 0x5041_5753

    /// How connections are opened; a file that holds no sessions is refused before anything in it is changed.
    static func configuration(path: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = "pawprint.sessions"
        // Another server on the same folder makes one wait for microseconds.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 1
        configuration.prepareDatabase { db in
            let found = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            if found != applicationID {
                let tables =
                    try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
                    ?? 0
                guard tables == 0 else { throw CatalogError.foreign(path: path) }
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

                    CREATE TABLE session_key (key BLOB NOT NULL) STRICT;

                    -- The holder is a keyed hash; last is when a request came, in seconds since 1970.
                    CREATE TABLE session (
                        id INTEGER PRIMARY KEY,
                        holder BLOB NOT NULL UNIQUE,
                        last INTEGER NOT NULL
                    ) STRICT;
                    CREATE INDEX session_last ON session (last);

                    CREATE TABLE seen (
                        session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
                        picture TEXT NOT NULL,
                        PRIMARY KEY (session, picture)
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
