internal import Catalogs
internal import Manifests
internal import Sourcing

/// What the catalog remembers of listings: a service does not say the same twice.
struct ListingJournal: Sendable {
    let catalog: Catalog
    /// Whether what is remembered is used; else every listing begins anew.
    let resumes: Bool

    /// What is known of `order`, or `nil` if it never began.
    func known(_ order: ServiceOrder) throws(CatalogError) -> (row: ListingRow, items: [SourceItem])? {
        guard let row = try catalog.listing(named: order.name) else { return nil }
        return (row, Self.items(of: try catalog.lines(ofListing: order.name)))
    }

    /// What is known of `order`, which begins if it never did.
    func listing(of order: ServiceOrder) throws(CatalogError) -> (row: ListingRow, items: [SourceItem]) {
        if resumes, let known = try known(order) { return known }
        var random = SystemRandomNumberGenerator()
        let row = ListingRow(name: order.name, session: Self.session(using: &random))
        try catalog.begin(row)
        return (row, [])
    }

    /// Remembers an answer, behind those before it.
    func append(_ items: [SourceItem], to order: ServiceOrder) throws(CatalogError) {
        let lines = items.map { item in
            String(decoding: ManifestLine.encode(ManifestRecord(item, naming: .asGiven)), as: UTF8.self)
        }
        try catalog.append(lines, toListing: order.name)
    }

    /// Remembers that there is no more.
    func complete(_ order: ServiceOrder, remark: String?) throws(CatalogError) {
        try catalog.complete(listing: order.name, remark: remark)
    }

    /// Lines of a manifest name items, as in any list. They were written by this program: one that somebody damaged is
    /// left out, and the service is asked for another.
    private static func items(of lines: [String]) -> [SourceItem] {
        var list = ListSource(bytes: Array(lines.joined(separator: "\n").utf8), name: "catalog", format: .jsonLines)
        var items: [SourceItem] = []
        while let listed = try? list.next() {
            if case .item(let item) = listed { items.append(item) }
        }
        return items
    }

    /// An identifier that nobody had before, with 128 random bits.
    private static func session(using random: inout some RandomNumberGenerator) -> String {
        let digits = (0..<2).map { _ in
            let word = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }
        return "pawprint-" + digits.joined()
    }
}
