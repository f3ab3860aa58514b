internal import Foundation
internal import GRDB

/// The tables `session_key`, `session` and `seen`.
enum SessionTable {
    /// The key of this file, drawn when it is asked for the first time.
    static func key(in db: Database) throws -> [UInt8] {
        // The key of somebody's damaged file would be no key.
        if let key = try Data.fetchOne(db, sql: "SELECT key FROM session_key"), key.count == 32 { return Array(key) }
        let key = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        try db.execute(sql: "DELETE FROM session_key; DELETE FROM session")
        try db.execute(sql: "INSERT INTO session_key (key) VALUES (?)", arguments: [Data(key)])
        return key
    }

    /// The number of the session of `holder`, of which a request came just now; all whose time is over are dropped.
    static func session(of holder: [UInt8], at now: Int, lifetime: Int, in db: Database) throws -> Int {
        try db.cachedStatement(sql: "DELETE FROM session WHERE last <= ?").execute(arguments: [now - lifetime])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO session (holder, last) VALUES (?, ?)
                ON CONFLICT (holder) DO UPDATE SET last = max(last, excluded.last) RETURNING id
                """)
        guard let id = try Int.fetchOne(statement, arguments: [Data(holder), now]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a session has no number")
        }
        return id
    }

    static func seen(in session: Int, from db: Database) throws -> [String] {
        let statement = try db.cachedStatement(sql: "SELECT picture FROM seen WHERE session = ?")
        // Optionals, though the column never is: in a damaged file it can be, and GRDB traps on others.
        return try Optional<String>.fetchAll(statement, arguments: [session]).compactMap { $0 }
    }

    static func remember(_ pictures: [String], in session: Int, into db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO seen (session, picture) VALUES (?, ?)")
        for picture in pictures { try statement.execute(arguments: [session, picture]) }
    }

    static func forget(_ pictures: [String], in session: Int, from db: Database) throws {
        let statement = try db.cachedStatement(sql: "DELETE FROM seen WHERE session = ? AND picture = ?")
        for picture in pictures { try statement.execute(arguments: [session, picture]) }
    }
}
