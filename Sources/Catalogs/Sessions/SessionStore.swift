internal import Files
internal import Foundation
internal import GRDB

/// What was offered to whom: the sessions of a served dataset.
///
/// An SQLite database in `.pawprint/sessions.sqlite`, beside the catalog and not in it: a dataset may be written anew
/// while it is served. Several servers may share one. Nobody's identifier stands in it, only what the caller makes of
/// one with `key`.
public final class SessionStore: Sendable {
    /// Where the sessions of the dataset folder `folder` stand.
    public static func path(in folder: String) -> String { "\(folder)/.pawprint/sessions.sqlite" }
    /// How long a session is kept after its last request: seven days, in seconds.
    public static let lifetime = 7 * 24 * 60 * 60

    /// What identifiers are hashed with: 32 bytes that were drawn when the file was made.
    public let key: [UInt8]

    private let path: String
    private let pool: DatabasePool

    /// Opens the sessions of `folder`, which are made where they are missing.
    public init(folder: String) throws(CatalogError) {
        let path = Self.path(in: folder)
        self.path = path
        do throws(SystemError) { try RawPath("\(folder)/.pawprint").makeFolder() } catch {
            throw .unavailable(path: folder, reason: error.description)
        }
        (pool, key) = try CatalogError.translating(path) {
            let pool = try DatabasePool(path: path, configuration: SessionSchema.ownership.configuration(path: path))
            try SessionSchema.migrator.migrate(pool)
            return (pool, try pool.write { try SessionTable.key(in: $0) })
        }
    }

    /// Lets `choose` decide what is offered next in a session, and remembers it, as one step: of requests that come
    /// together, each sees what those before it were offered.
    ///
    /// - Parameters:
    ///   - holder: whose session it is: a hash with `key`.
    ///   - now: the time in seconds since 1970. A session whose last request is `lifetime` ago is a new one.
    ///   - choose: what to offer, from the ids that were offered before.
    public func take<Value: Sendable>(
        _ holder: [UInt8], at now: Int, choose: @escaping @Sendable (_ seen: [String]) -> SessionStep<Value>
    ) async throws(CatalogError) -> Value {
        do {
            return try await pool.write { db in
                let session = try SessionTable.session(of: holder, at: now, lifetime: Self.lifetime, in: db)
                let step = choose(try SessionTable.seen(in: session, from: db))
                try SessionTable.forget(step.forgotten, in: session, from: db)
                try SessionTable.remember(step.offered, in: session, into: db)
                return step.value
            }
        } catch {
            return try CatalogError.translating(path) { throw error }
        }
    }

    /// Writes everything into one file and closes it.
    public func close() throws(CatalogError) {
        try CatalogError.translating(path) {
            _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }
}
