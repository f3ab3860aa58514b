public import Catalogs
public import Files

/// Why a dataset could not be made. What was done is kept, and the next run continues.
public enum DatasetError: Error, Sendable, Hashable {
    /// The catalog cannot be used.
    case catalog(CatalogError)
    /// A file could not be written.
    case output(OutputError)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .catalog(let error): error.description
        case .output(let error): error.description
        }
    }

    /// Runs `body`, which writes, with its error as one of these.
    static func writing<Value: ~Copyable>(
        _ body: () throws(OutputError) -> Value
    ) throws(DatasetError) -> Value {
        do throws(OutputError) { return try body() } catch { throw .output(error) }
    }

    /// Runs `body`, which asks the catalog, with its error as one of these.
    static func asking<Value>(_ body: () throws(CatalogError) -> Value) throws(DatasetError) -> Value {
        do throws(CatalogError) { return try body() } catch { throw .catalog(error) }
    }
}
