internal import Dataflow
internal import Dispatch
internal import Sourcing

/// A listing at work on a queue of its own.
struct ListingTask: Sendable {
    private let outlet: BoundedQueue<Parcel<Listed, Stopped>>
    private let ending = BoundedQueue<SourceError>(capacity: 1)

    /// Begins to list `sources` into `outlet`.
    ///
    /// - Parameter room: credits, of which whoever takes the items gives one back for each.
    init(
        _ sources: [any ItemSource], room: Credits, counter: ItemCounter, naming: FileNaming,
        outlet: BoundedQueue<Parcel<Listed, Stopped>>
    ) {
        self.outlet = outlet
        let listing = Listing(room: room, counter: counter, naming: naming, outlet: outlet)
        DispatchQueue(label: "pawprint.list").async { [ending] in
            var listing = listing
            if let error = listing.run(sources) { ending.push(error) }
            ending.close()
        }
    }

    /// Ends the listing for those who take from it. Nobody waits for a source that waits itself, as for the next line on
    /// a terminal.
    func stop() {
        outlet.close()
        ending.close()
    }

    /// Waits for the end: why a source could not go on, if one could not.
    func failure() -> SourceError? { ending.pop() }
}
