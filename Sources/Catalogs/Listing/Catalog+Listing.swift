internal import GRDB

// What services listed: they do not say the same again.
extension Catalog {
    /// What is remembered of the listing called `name`, or `nil` if it never began.
    public func listing(named name: String) throws(CatalogError) -> ListingRow? {
        try CatalogError.translating(path) { try pool.read { try ListingTable.row(named: name, from: $0) } }
    }

    /// Begins a listing; what was remembered under its name is forgotten.
    public func begin(_ row: ListingRow) throws(CatalogError) {
        try CatalogError.translating(path) { try pool.write { try ListingTable.replace(row, in: $0) } }
    }

    /// Remembers one answer to the listing called `name`, whole or not at all, behind those that are there.
    ///
    /// - Parameter lines: its items, as lines of a manifest.
    public func append(_ lines: [String], toListing name: String) throws(CatalogError) {
        try CatalogError.translating(path) { try pool.write { try ListingTable.append(lines, to: name, in: $0) } }
    }

    /// Remembers that the listing called `name` has come to its end.
    public func complete(listing name: String, remark: String?) throws(CatalogError) {
        try CatalogError.translating(path) {
            try pool.write { try ListingTable.complete(name, remark: remark, in: $0) }
        }
    }

    /// All items of the listing called `name` so far, in order, as lines of a manifest.
    public func lines(ofListing name: String) throws(CatalogError) -> [String] {
        try CatalogError.translating(path) { try pool.read { try ListingTable.lines(of: name, from: $0) } }
    }
}
