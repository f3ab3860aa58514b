internal import Foundation
internal import GRDB
internal import Manifests

/// The table `analysis`. Statements are cached and columns counted: `Codable` rows cost three times as much.
enum AnalysisTable {
    static func insert(_ rows: [AnalysisRow], key: String, into db: Database) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO analysis_key (name) VALUES (?)", arguments: [key])
        guard let key = try id(of: key, in: db) else { return }
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO analysis (digest, key, sections, descriptor, sequence) VALUES (?, ?, ?, ?, ?)")
        for row in rows {
            let sections = String(decoding: row.analysis.encoded(), as: UTF8.self)
            try statement.execute(arguments: [
                row.digest, key, sections, Data(row.analysis.descriptor), Data(row.analysis.sequence),
            ])
        }
    }

    static func analyses(
        of digests: [String], key: String, descriptors: Bool, from db: Database
    ) throws -> [Analysis?] {
        let blobs = descriptors ? "descriptor, sequence" : "x'', x''"
        return try select("sections, \(blobs)", digests, key, from: db) { row in
            // Optionals, though the columns never are: in a damaged file they can be, and GRDB traps on others.
            let sections: String? = row[0]
            let descriptor: Data? = row[1]
            let sequence: Data? = row[2]
            return try Analysis(
                decoding: Array((sections ?? "").utf8), descriptor: Array(descriptor ?? Data()),
                sequence: Array(sequence ?? Data()))
        }
    }

    static func descriptors(of digests: [String], key: String, from db: Database) throws -> [[UInt8]?] {
        try select("descriptor", digests, key, from: db) { row in
            let descriptor: Data? = row[0]
            return Array(descriptor ?? Data())
        }
    }

    static func sequences(of digests: [String], key: String, from db: Database) throws -> [[UInt8]?] {
        try select("sequence", digests, key, from: db) { row in
            let sequence: Data? = row[0]
            return Array(sequence ?? Data())
        }
    }

    /// What `read` makes of `columns` for each digest: one cached statement run often is as fast as one with a list,
    /// and keeps order.
    private static func select<Value>(
        _ columns: String, _ digests: [String], _ key: String, from db: Database, _ read: (Row) throws -> Value
    ) throws -> [Value?] {
        guard let key = try id(of: key, in: db) else { return digests.map { _ in nil } }
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns) FROM analysis WHERE digest = ? AND key = ?")
        return try digests.map { try Row.fetchOne(statement, arguments: [$0, key]).map(read) }
    }

    private static func id(of key: String, in db: Database) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM analysis_key WHERE name = ?"), arguments: [key])
    }
}
