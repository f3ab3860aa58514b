internal import GRDB

/// The tables `listing` and `listed`.
enum ListingTable {
    static func row(named name: String, from db: Database) throws -> ListingRow? {
        let found = try Row.fetchOne(
            db, sql: "SELECT session, is_complete, remark FROM listing WHERE name = ?", arguments: [name])
        return found.map { found in
            var row = ListingRow(name: name, session: found[0])
            row.isComplete = found[1] ?? false
            row.remark = found[2]
            return row
        }
    }

    static func replace(_ row: ListingRow, in db: Database) throws {
        try forget(row.name, in: db)
        try db.execute(
            sql: "INSERT INTO listing (name, session, is_complete, remark) VALUES (?, ?, ?, ?)",
            arguments: [row.name, row.session, row.isComplete, row.remark])
    }

    static func complete(_ name: String, remark: String?, in db: Database) throws {
        try db.execute(
            sql: "UPDATE listing SET is_complete = TRUE, remark = ? WHERE name = ?", arguments: [remark, name])
    }

    static func append(_ lines: [String], to name: String, in db: Database) throws {
        guard let id = try id(of: name, in: db) else { return }
        let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM listed WHERE listing = ?", arguments: [id]) ?? 0
        let statement = try db.cachedStatement(sql: "INSERT INTO listed (listing, position, line) VALUES (?, ?, ?)")
        for (index, line) in lines.enumerated() { try statement.execute(arguments: [id, count + index, line]) }
    }

    static func lines(of name: String, from db: Database) throws -> [String] {
        guard let id = try id(of: name, in: db) else { return [] }
        // An optional, though the column never is: in a damaged file it can be, and GRDB traps on others.
        return try Row.fetchAll(db, sql: "SELECT line FROM listed WHERE listing = ? ORDER BY position", arguments: [id])
            .map { row in
                let line: String? = row[0]
                return line ?? ""
            }
    }

    private static func forget(_ name: String, in db: Database) throws {
        guard let id = try id(of: name, in: db) else { return }
        try db.execute(sql: "DELETE FROM listed WHERE listing = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM listing WHERE id = ?", arguments: [id])
    }

    private static func id(of name: String, in db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT id FROM listing WHERE name = ?", arguments: [name])
    }
}
