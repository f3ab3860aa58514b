/// Lets a bounded number of requests at a time go to each host, in the order in which they came, and none while a host
/// has asked for a pause or has no budget left.
actor HostGate {
    /// A time in which a host wants to be left alone.
    struct Pause: Sendable {
        /// The uptime at which it is over.
        let end: Duration
        /// The status with which the host asked for it.
        let status: Int
    }

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Bool, Never>
    }

    private let limit: Int
    private let interval: Duration
    private var turns: [String: Duration] = [:]
    private var givenUp: Set<String> = []
    private var open: [String: Int] = [:]
    private var waiting: [String: [Waiter]] = [:]
    private var pauses: [String: Pause] = [:]
    private var ledger = RateLedger()
    private var lastNumber = 0

    /// A gate for `limit` requests at a time to each host, the next `interval` after the last.
    init(limit: Int, interval: Duration = .zero) {
        precondition(limit > 0, "\(limit) requests to a host are none")
        self.limit = limit
        self.interval = interval
    }

    /// Waits for a place. Each success is followed by one `leave`.
    func enter(_ host: String) async throws(FetchError) {
        if Task.isCancelled { throw .canceled }
        if open[host, default: 0] < limit {
            open[host, default: 0] += 1
            return
        }
        lastNumber += 1
        let number = lastNumber
        let hasEntered = await withTaskCancellationHandler {
            await withCheckedContinuation {
                waiting[host, default: []].append(Waiter(number: number, continuation: $0))
            }
        } onCancel: {
            // Runs on this actor once the waiter above is in line, however early the task was canceled.
            Task { await remove(number, from: host) }
        }
        if !hasEntered { throw .canceled }
    }

    /// Gives a place back, to the next in line if there is one.
    func leave(_ host: String) {
        if var line = waiting[host], !line.isEmpty {
            let next = line.removeFirst()
            waiting[host] = line.isEmpty ? nil : line
            next.continuation.resume(returning: true)
        } else {
            let left = open[host, default: 1] - 1
            open[host] = left == 0 ? nil : left
        }
    }

    /// Gives a request its turn at a host: the uptime before which it is not to be sent.
    func turn(at host: String, uptime: Duration) -> Duration {
        let turn = max(turns[host] ?? uptime, uptime)
        turns[host] = turn + interval
        return turn
    }

    /// Notes that a host was reached, or was not in spite of all retries.
    func note(isReachable: Bool, _ host: String) {
        if isReachable { givenUp.remove(host) } else { givenUp.insert(host) }
    }

    /// Whether a host was not reached in spite of all retries.
    func isGivenUp(_ host: String) -> Bool { givenUp.contains(host) }

    /// Notes that a host asked for a pause; of two the longer counts.
    func note(_ pause: Pause, for host: String) {
        if let known = pauses[host], known.end > pause.end { return }
        pauses[host] = pause
    }

    /// The pause for which the host asked, unless it is over.
    func pause(of host: String, at uptime: Duration) -> Pause? {
        guard let pause = pauses[host] else { return nil }
        if pause.end > uptime { return pause }
        pauses[host] = nil
        return nil
    }

    /// Whether the budget of a place lets a request go, which is then counted.
    func decision(for place: RateLedger.Place, at uptime: Duration) -> RateBudget.Decision {
        ledger.decision(for: place, at: uptime)
    }

    /// Notes what an answer said of the budget of a place.
    func note(_ budget: RateBudget, for place: RateLedger.Place) { ledger.note(budget, for: place) }

    private func remove(_ number: Int, from host: String) {
        guard let index = waiting[host]?.firstIndex(where: { $0.number == number }) else { return }
        let waiter = waiting[host]?.remove(at: index)
        if waiting[host]?.isEmpty == true { waiting[host] = nil }
        waiter?.continuation.resume(returning: false)
    }
}
