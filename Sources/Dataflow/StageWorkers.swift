internal import Dispatch

/// Runs a stage: some workers, each a serial Dispatch queue, that take from one bounded queue and put into the next.
///
/// One serial queue a worker, because only that starts every blocked worker on Linux: concurrent queues there grow by
/// a thread every half second.
public struct StageWorkers<S: Stage>: Sendable {
    /// What goes in.
    public typealias Inlet = BoundedQueue<Parcel<S.Input, S.Stop>>
    /// What comes out.
    public typealias Outlet = BoundedQueue<Parcel<S.Output, S.Stop>>

    /// Counts the stage's work.
    public let meter: StageMeter
    private let stage: S

    /// Workers for `stage`; none runs yet.
    ///
    /// - Precondition: `count` is at least 1.
    public init(_ stage: S, count: Int) {
        precondition(count >= 1, "stage \(stage.name) needs a worker, not \(count)")
        self.stage = stage
        meter = StageMeter(name: stage.name, workers: count)
    }

    /// Starts the workers. When the inlet is closed and drained, and the last worker is done, the outlet is closed.
    public func start(from inlet: Inlet, to outlet: Outlet) {
        let running = DispatchGroup()
        for number in 0..<meter.workers {
            let queue = DispatchQueue(label: "pawprint.\(stage.name).\(number)")
            queue.async(group: running) { work(from: inlet, to: outlet) }
        }
        running.notify(queue: DispatchQueue(label: "pawprint.\(stage.name).end")) { outlet.close() }
    }

    private func work(from inlet: Inlet, to outlet: Outlet) {
        var scratch = stage.makeScratch()
        let clock = ContinuousClock()
        while let parcel = inlet.pop() {
            switch parcel.content {
            case .failure(let stop):
                outlet.push(Parcel(ticket: parcel.ticket, content: .failure(stop)))
            case .success(let payload):
                meter.enter()
                let start = clock.now
                let content = outcome(of: payload, scratch: &scratch)
                var isStopped = false
                if case .failure = content { isStopped = true }
                meter.leave(after: start.duration(to: clock.now), isStopped: isStopped)
                outlet.push(Parcel(ticket: parcel.ticket, content: content))
            }
        }
    }

    private func outcome(of payload: S.Input, scratch: inout S.Scratch) -> Result<S.Output, S.Stop> {
        do throws(S.Stop) {
            return .success(try stage.process(payload, scratch: &scratch))
        } catch {
            return .failure(error)
        }
    }
}
