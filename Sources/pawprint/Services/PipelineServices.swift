import Specs
import Stages

/// What the sources of a pipeline file are asked with: one client for answers and files, what servers say of their
/// limits, and the orders themselves.
struct PipelineServices {
    /// What servers said of their limits.
    let board = LimitBoard()
    /// How files are fetched; `nil` where nobody is asked.
    let fetcher: LazyFetcher?
    /// The sources, in the order of the file.
    let orders: [SourceOrder]

    /// The services of `spec`, which stands in `file`.
    init(_ spec: PipelineSpec, file: String, fetching: FetchFlags) throws {
        let client = try fetching.fetcher(limits: AnalysisPlan(spec).limits, spec: spec.fetch, board: board)
        orders = try ServiceOrders(file: file, transport: client, contact: fetching.knownContact).orders(of: spec)
        fetcher = fetching.offline ? nil : client
    }
}
