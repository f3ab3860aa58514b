internal import GRDB

/// The tables, and how older ones become them.
enum CatalogSchema {
    /// `PAWP`.
    static let applicationID = 0x5041_5750

    /// Which databases are catalogs.
    static let ownership = DatabaseOwnership(
        applicationID: applicationID, label: "pawprint.catalog", readers: 4, migrator: { migrator })

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
        migrator.registerMigration("2") { db in
            try db.execute(
                sql: """
                    -- What a service was asked for, and how far it has answered.
                    CREATE TABLE listing (
                        id INTEGER PRIMARY KEY,
                        name TEXT NOT NULL UNIQUE,
                        session TEXT,
                        is_complete INTEGER NOT NULL,
                        remark TEXT
                    ) STRICT;

                    -- Its items in the order of the answers, as lines of a manifest.
                    CREATE TABLE listed (
                        listing INTEGER NOT NULL REFERENCES listing (id),
                        position INTEGER NOT NULL,
                        line TEXT NOT NULL,
                        PRIMARY KEY (listing, position)
                    ) STRICT, WITHOUT ROWID;
                    """)
        }
        // Analyses of before have none and another key, so they are not asked for again.
        migrator.registerMigration("3") { db in
            try db.execute(sql: "ALTER TABLE analysis ADD COLUMN sequence BLOB NOT NULL DEFAULT x''")
        }
        return migrator
    }
}
