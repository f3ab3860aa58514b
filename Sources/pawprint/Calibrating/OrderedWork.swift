import Dataflow

/// The same work for each of many things, done by several workers, with the results in the order of the things.
struct OrderedWork<Input: Sendable, Output: Sendable>: Stage {
    let name: String
    let work: @Sendable (Input) -> Output

    func makeScratch() {}

    func process(_ input: Input, scratch: inout Void) throws(Never) -> Output { work(input) }

    /// Does it for all of `inputs`, of which each is done once.
    func results(for inputs: [Input], jobs: Int) -> [Output] {
        // Both have room for all: what goes in is small, and what comes out is wanted as a whole.
        let inlet = StageWorkers<Self>.Inlet(capacity: max(1, inputs.count))
        let outlet = StageWorkers<Self>.Outlet(capacity: max(1, inputs.count))
        for (ticket, input) in inputs.enumerated() { inlet.push(Parcel(ticket: ticket, content: .success(input))) }
        inlet.close()
        StageWorkers(self, count: jobs).start(from: inlet, to: outlet)
        var sequencer = Sequencer<Output>()
        var results: [Output] = []
        while let parcel = outlet.pop() {
            switch parcel.content {
            case .success(let output): results += sequencer.insert(output, ticket: parcel.ticket)
            }
        }
        return results
    }
}
