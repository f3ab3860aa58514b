internal import Catalogs
internal import Manifests
internal import Sourcing

/// What a dataset's catalog remembers of bytes that were analyzed by one plan.
struct CatalogMemory: KnownAnalyses {
    let catalog: Catalog
    let key: String

    /// A catalog that cannot answer counts as one that knows nothing: the bytes are analyzed again, and committing that
    /// ends the run with the catalog's reason.
    func analysis(of digest: ContentDigest) -> Analysis? {
        guard let found = try? catalog.analyses(of: [digest.hexadecimal], key: key) else { return nil }
        return found[0]
    }
}
