public import Manifests

internal import Foundation
internal import GRDB

/// What is known so far of a dataset folder: what was fetched, and what the bytes of files were analyzed to.
///
/// An SQLite database in `.pawprint/catalog.sqlite`, written ahead (WAL): killed at any instant, it has every committed
/// batch and nothing of another. All calls block and may come from any thread; one run at a time writes.
public final class Catalog: Sendable {
    /// Where the database of the dataset folder `folder` stands.
    public static func path(in folder: String) -> String { "\(folder)/.pawprint/catalog.sqlite" }

    /// Where its file stands.
    public let path: String
    let pool: DatabasePool
    /// Held as long as the catalog is open for writing.
    private let lock: FolderLock?

    /// Opens the catalog of `folder` for the one run that writes it; folder and catalog are made where they are
    /// missing.
    public init(writing folder: String) throws(CatalogError) {
        let path = Self.path(in: folder)
        self.path = path
        lock = try FolderLock(folder: folder)
        pool = try CatalogError.translating(path) {
            let pool = try DatabasePool(path: path, configuration: CatalogSchema.ownership.configuration(path: path))
            try CatalogSchema.migrator.migrate(pool)
            return pool
        }
    }

    /// Opens the catalog of `folder` to look things up; a run may write it at the same time.
    public init(reading folder: String) throws(CatalogError) {
        let path = Self.path(in: folder)
        self.path = path
        lock = nil
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        pool = try CatalogError.translating(path) {
            var configuration = CatalogSchema.ownership.configuration(path: path)
            configuration.readonly = true
            return try DatabasePool(path: path, configuration: configuration)
        }
    }

    /// Writes everything into one file, closes it, and leaves the folder to another run. A catalog that is only dropped
    /// is as good, but leaves the log beside it.
    public func close() throws(CatalogError) {
        try CatalogError.translating(path) {
            if lock != nil { _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
            try pool.close()
        }
        lock?.release()
    }

    // MARK: What the bytes of files were analyzed to

    /// Remembers `rows` under the analysis key `key`, all or none; what is there for the same bytes is replaced.
    public func commit(_ rows: [AnalysisRow], key: String) throws(CatalogError) {
        guard !rows.isEmpty else { return }
        try CatalogError.translating(path) { try pool.write { try AnalysisTable.insert(rows, key: key, into: $0) } }
    }

    /// What is known of the bytes with these digests under `key`, in their order; `nil` where nothing is known.
    /// - Parameter descriptors: Whether the analyses come with their descriptors and sequences, which are most of their size.
    public func analyses(
        of digests: [String], key: String, descriptors: Bool = true
    ) throws(CatalogError) -> [Analysis?] {
        try CatalogError.translating(path) {
            try pool.read { try AnalysisTable.analyses(of: digests, key: key, descriptors: descriptors, from: $0) }
        }
    }

    /// The descriptors of the bytes with these digests under `key`, in their order; `nil` where nothing is known.
    public func descriptors(of digests: [String], key: String) throws(CatalogError) -> [[UInt8]?] {
        try CatalogError.translating(path) {
            try pool.read { try AnalysisTable.descriptors(of: digests, key: key, from: $0) }
        }
    }

    /// The sequences of the bytes with these digests under `key`, in their order, empty for stills; `nil` where nothing is known.
    public func sequences(of digests: [String], key: String) throws(CatalogError) -> [[UInt8]?] {
        try CatalogError.translating(path) {
            try pool.read { try AnalysisTable.sequences(of: digests, key: key, from: $0) }
        }
    }

    // MARK: What was fetched

    /// Remembers how fetching ended, all or none; what is there for the same item is replaced.
    public func commit(_ rows: [FetchRow]) throws(CatalogError) {
        guard !rows.isEmpty else { return }
        try CatalogError.translating(path) { try pool.write { try FetchTable.insert(rows, into: $0) } }
    }

    /// How fetching these items ended the last time, in their order; `nil` for what was never tried.
    public func fetches(of items: [String]) throws(CatalogError) -> [FetchRow?] {
        try CatalogError.translating(path) { try pool.read { try FetchTable.rows(of: items, from: $0) } }
    }
}
