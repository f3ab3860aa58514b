/// Why a catalog is not used. None of them is a reason to lose a dataset: a catalog can always be made anew.
public enum CatalogError: Error, Hashable, Sendable {
    /// Another run writes the same dataset folder; its process, if it says so.
    case locked(folder: String, process: Int?)
    /// There is no catalog to read.
    case missing(path: String)
    /// The file is the database of another program.
    case foreign(path: String)
    /// The catalog was made by a later version of this program.
    case newer(path: String)
    /// The file is no database, or its content is damaged.
    case damaged(path: String, reason: String)
    /// The system refuses the file: rights, space, a failing disk.
    case unavailable(path: String, reason: String)
}

extension CatalogError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .locked(let folder, let process):
            "another run\(process.map { " (process \($0))" } ?? "") is writing \(folder); "
                + "wait for it, or choose another folder"
        case .missing(let path): "\(path): there is no catalog; run a pipeline with this folder as its output first"
        case .foreign(let path): "\(path): the database of another program; choose another folder"
        case .newer(let path):
            "\(path): made by a later version of pawprint; "
                + "use that version, or remove the file to analyze everything anew"
        case .damaged(let path, let reason):
            "\(path): damaged (\(reason)); remove the file, and the next run analyzes everything anew"
        case .unavailable(let path, let reason): "\(path): cannot be used: \(reason)"
        }
    }
}
