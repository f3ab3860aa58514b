#if !Remote
    import Fetching
    import Sourcing
    import Testing

    @Suite struct WithoutHTTPTests {
        @Test func `a build without HTTP says so`() async {
            let item = SourceItem(id: "x", locator: .url("http://127.0.0.1:1/"), kind: "list")
            let message = "this program was built without HTTP (the package trait Remote)"
            let failure = FetchFailure(code: "fetch-built-without-http", message: message, isTransient: true)
            #expect(await HTTPFetcher().fetch(item, into: "x", unless: nil) == .failure(failure))
        }
    }
#endif
