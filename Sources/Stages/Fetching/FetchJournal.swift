internal import Catalogs
internal import Foundation
internal import Sourcing

/// What the catalog remembers of fetching: nothing is fetched twice, and what failed for good is not asked for again.
struct FetchJournal: Sendable {
    let catalog: Catalog
    let folder: DatasetFolder
    /// Whether what is remembered is used.
    let resumes: Bool
    /// Whether servers are asked if what is remembered has changed.
    let refreshes: Bool

    /// How fetching `url` ended before: the file's path in the dataset folder, or why there is none. `nil` if it has to be
    /// fetched: it never was, the file is gone, or it failed for a reason that may have passed.
    func remembered(_ url: String) -> Result<String, FetchFailure>? {
        guard resumes, !refreshes, let row = row(of: url) else { return nil }
        switch row.outcome {
        case .fetched(let file): return isHere(file) ? .success(file.path) : nil
        case .failed(let failure):
            guard !failure.isPassing else { return nil }
            return .failure(FetchFailure(code: failure.code, message: failure.message, isTransient: false))
        }
    }

    /// The file that was fetched from `url`, to be asked for only if it has changed since; `nil` where nothing is here,
    /// or the server did not say which version it was.
    func outdated(_ url: String) -> (path: String, version: FileVersion)? {
        guard resumes, refreshes, case .fetched(let file)? = row(of: url)?.outcome, isHere(file) else { return nil }
        return FileVersion(entityTag: file.etag, lastModified: file.lastModified).map { (file.path, $0) }
    }

    /// Remembers that `url` is now the file at `path` in the dataset folder.
    func remember(_ url: String, as path: String, _ file: FetchedFile) throws(CatalogError) {
        let row = FetchRow.File(
            sha256: file.digest.hexadecimal, bytes: file.bytes, path: path, etag: file.entityTag,
            lastModified: file.lastModified)
        try catalog.commit([FetchRow(item: url, outcome: .fetched(row), time: now)])
    }

    /// Remembers why `url` could not be fetched.
    func remember(_ url: String, failure: FetchFailure) throws(CatalogError) {
        let row = FetchRow.Failure(code: failure.code, message: failure.message, isPassing: failure.isTransient)
        try catalog.commit([FetchRow(item: url, outcome: .failed(row), time: now)])
    }

    /// A catalog that cannot answer counts as one that knows nothing.
    private func row(of url: String) -> FetchRow? { (try? catalog.fetches(of: [url]))?[0] }

    private func isHere(_ file: FetchRow.File) -> Bool {
        FileManager.default.fileExists(atPath: folder.path + "/" + file.path)
    }

    private var now: Int { Int(Date().timeIntervalSince1970) }
}
