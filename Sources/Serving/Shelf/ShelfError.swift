public import Manifests

/// Why a folder cannot be served.
public enum ShelfError: Error, Hashable, Sendable {
    /// There is no manifest in it.
    case noDataset(folder: String)
    /// The manifest cannot be read.
    case unreadable(path: String, reason: String)
    /// A line of the manifest is no line of ours.
    case manifest(path: String, ManifestError)
}

extension ShelfError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDataset(let folder):
            "\(folder): no dataset: there is no manifest.jsonl; make one with 'pawprint run' or 'pawprint dedup -o'"
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .manifest(let path, let error): "\(path): \(error)"
        }
    }
}
