internal import GRDB

/// The table `fetch`.
enum FetchTable {
    static func insert(_ rows: [FetchRow], into db: Database) throws {
        let fetched = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO fetch (item, time, sha256, bytes, path, etag, last_modified)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        let failed = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO fetch (item, time, code, message, is_passing) VALUES (?, ?, ?, ?, ?)")
        for row in rows {
            switch row.outcome {
            case .fetched(let file):
                try fetched.execute(arguments: [
                    row.item, row.time, file.sha256, file.bytes, file.path, file.etag, file.lastModified,
                ])
            case .failed(let failure):
                try failed.execute(arguments: [row.item, row.time, failure.code, failure.message, failure.isPassing])
            }
        }
    }

    static func rows(of items: [String], from db: Database) throws -> [FetchRow?] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT time, sha256, bytes, path, etag, last_modified, code, message, is_passing FROM fetch
                WHERE item = ?
                """)
        return try items.map { item in
            guard let row = try Row.fetchOne(statement, arguments: [item]) else { return nil }
            return FetchRow(item: item, outcome: outcome(row), time: row[0] ?? 0)
        }
    }

    private static func outcome(_ row: Row) -> FetchRow.Outcome {
        if let code: String = row[6] {
            return .failed(FetchRow.Failure(code: code, message: row[7] ?? "", isPassing: row[8] ?? false))
        }
        return .fetched(
            FetchRow.File(
                sha256: row[1] ?? "", bytes: row[2] ?? 0, path: row[3] ?? "", etag: row[4], lastModified: row[5]))
    }
}
