internal import GRDB

/// The tables of sessions, and how older ones become them.
enum SessionSchema {
    /// `PAWS`.
    static let applicationID = 0x5041_5753

    /// Which databases are such.
    static let ownership = DatabaseOwnership(
        applicationID: applicationID, label: "pawprint.sessions", readers: 1, migrator: { migrator })

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
