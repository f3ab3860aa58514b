internal import GRDB
internal import Manifests

extension CatalogError {
    /// The result of `work` on the database at `path`, with what it throws in the words of this module.
    static func translating<Value>(_ path: String, _ work: () throws -> Value) throws(CatalogError) -> Value {
        do {
            return try work()
        } catch let error as CatalogError {
            throw error
        } catch let error as DatabaseError {
            throw CatalogError(error, path: path)
        } catch let error as ManifestError {
            throw .damaged(path: path, reason: error.description)
        } catch {
            throw .damaged(path: path, reason: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        // SQLITE_ERROR is a statement that does not fit the tables: somebody changed them.
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
            self = .damaged(path: path, reason: reason)
        default: self = .unavailable(path: path, reason: reason)
        }
    }
}
