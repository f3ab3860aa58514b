import Catalogs
import Testing

struct ListingTests {
    private let folder: DatasetFolder

    init() throws { folder = try DatasetFolder() }

    @Test func `answers are kept whole and in order, after closing too`() throws {
        do {
            let catalog = try Catalog(writing: folder.path)
            #expect(try catalog.listing(named: "q") == nil)
            try catalog.begin(ListingRow(name: "q", session: "s"))
            try catalog.begin(ListingRow(name: "other"))
            try catalog.append(["1", "2"], toListing: "q")
            try catalog.append(["x"], toListing: "other")
            try catalog.append(["3"], toListing: "q")
            try catalog.close()
        }
        let catalog = try Catalog(writing: folder.path)
        #expect(try catalog.lines(ofListing: "q") == ["1", "2", "3"])
        #expect(try catalog.lines(ofListing: "other") == ["x"])
        #expect(try catalog.lines(ofListing: "unknown") == [])
        var row = ListingRow(name: "q", session: "s")
        #expect(try catalog.listing(named: "q") == row)
        try catalog.complete(listing: "q", remark: "all there is")
        row.isComplete = true
        row.remark = "all there is"
        #expect(try catalog.listing(named: "q") == row)
    }

    @Test func `a listing that begins anew has forgotten everything`() throws {
        let catalog = try Catalog(writing: folder.path)
        try catalog.begin(ListingRow(name: "q", session: "1"))
        try catalog.append(["1"], toListing: "q")
        try catalog.complete(listing: "q", remark: nil)
        try catalog.begin(ListingRow(name: "q", session: "2"))
        #expect(try catalog.lines(ofListing: "q") == [])
        #expect(try catalog.listing(named: "q") == ListingRow(name: "q", session: "2"))
    }
}
