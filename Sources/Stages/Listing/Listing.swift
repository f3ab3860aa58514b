internal import Dataflow
internal import Manifests
internal import Sourcing

/// Numbers the items of all sources in order and puts them on their way, as fast as there is room.
struct Listing {
    private let room: Credits
    private let counter: ItemCounter
    private let naming: FileNaming
    private let outlet: BoundedQueue<Parcel<Listed, Stopped>>
    private var ticket = 0
    private var identities = Identities()

    init(
        room: Credits, counter: ItemCounter, naming: FileNaming, outlet: BoundedQueue<Parcel<Listed, Stopped>>
    ) {
        self.room = room
        self.counter = counter
        self.naming = naming
        self.outlet = outlet
    }

    /// Lists until the end, until somebody asked to stop or closed the outlet, or until a source of this machine cannot
    /// go on; then closes the outlet.
    ///
    /// A service that cannot go on is a line, and the other sources follow: what can be had is had.
    ///
    /// - Returns: why the first source that failed could not go on.
    mutating func run(_ sources: [any ItemSource]) -> SourceError? {
        defer { outlet.close() }
        var isStopping = false
        var failure: SourceError?
        for source in sources {
            var source = source
            do throws(SourceError) {
                while !isStopping, let entry = try source.next() { isStopping = !send(entry) }
            } catch {
                guard case .service(let reason) = error else { return error }
                failure = failure ?? error
                let problem = SourceProblem(id: reason.service, kind: reason.service, error: error)
                if !isStopping { isStopping = !send(.problem(problem)) }
            }
        }
        if !isStopping { counter.endList() }
        return failure
    }

    /// Sends `entry` on its way; `false` if nobody takes anything any more.
    private mutating func send(_ entry: ListedOrProblem) -> Bool {
        room.acquire(1)
        guard outlet.push(Parcel(ticket: ticket, content: content(of: entry))) else {
            room.release(1)
            return false
        }
        counter.list()
        ticket += 1
        return true
    }

    private mutating func content(of entry: ListedOrProblem) -> Result<Listed, Stopped> {
        switch entry {
        case .item(let item):
            var record = ManifestRecord(item, naming: naming)
            record.id = identities.unique(record.id)
            return .success(Listed(record: record, item: item))
        case .problem(let problem):
            let record = ManifestRecord(
                id: identities.unique(problem.id), source: SourceSection(kind: problem.kind))
            return .failure(Stopped(record, at: "list", code: problem.code, message: problem.message))
        }
    }
}
