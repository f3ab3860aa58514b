/// The course that one animation takes through another: for each run of the one where in the other it is, forwards or backwards.
///
/// Found as the cheapest course (Viterbi): staying and going on by one run cost nothing, passing over runs little, turning
/// round, beginning again and jumping more; being at a run that looks otherwise costs `unlike`. So re-timed and trimmed copies
/// and those with dropped frames follow without a jump, a rotated loop has one, one that runs to and fro has a turn at each end,
/// and what only has frames in common has to jump for each.
struct SequencePath {
    /// For each run the one of the other that it was at.
    private(set) var places: [Int] = []
    /// Whether the two look alike there.
    private(set) var isMatched: [Bool] = []
    /// How often the course jumps.
    private(set) var jumps = 0
    /// How often it turns round.
    private(set) var turns = 0
    /// How often it begins the other one again.
    private(set) var loops = 0
    /// How many of its steps go backwards.
    private(set) var backwardSteps = 0
    /// How many go forwards.
    private(set) var forwardSteps = 0

    private enum Price {
        static let unlike: Float = 1
        static let passing: Float = 0.02
        static let looping: Float = 0.3
        static let turning: Float = 0.5
        static let jumping: Float = 1
    }

    private let count: Int
    /// For each run and state the state before: places going forwards, then places going backwards.
    private var origins: [Int32] = []

    /// The course of `steps` runs among `count`, where `price` says what it costs that a run looks like a place; `nil` for what
    /// looks otherwise.
    init(steps: Int, among count: Int, price: (_ run: Int, _ place: Int) -> Float?) {
        self.count = count
        var costs = [Float](repeating: 0, count: 2 * count)
        for place in 0..<count {
            costs[place] = price(0, place) ?? Price.unlike
            costs[count + place] = costs[place]
        }
        origins.reserveCapacity(max(0, steps - 1) * 2 * count)
        for run in 1..<max(1, steps) { costs = advance(costs) { price(run, $0) ?? Price.unlike } }
        trace(from: Self.cheapest(costs), steps: steps)
        for run in 0..<steps { isMatched.append((price(run, places[run]) ?? Price.unlike) < Price.unlike) }
        origins = []
    }

    private static func cheapest(_ costs: [Float]) -> Int {
        costs.indices.reduce(0) { costs[$1] < costs[$0] ? $1 : $0 }
    }

    private mutating func advance(_ costs: [Float], price: (Int) -> Float) -> [Float] {
        var next = [Float](repeating: .infinity, count: 2 * count)
        var from = [Int32](repeating: 0, count: 2 * count)
        let jump = Self.cheapest(costs)
        func offer(_ state: Int, from origin: Int, at cost: Float) {
            if cost < next[state] {
                next[state] = cost
                from[state] = Int32(origin)
            }
        }
        // The cheapest state behind, with what it costs to pass over the runs up to here.
        var behind: (state: Int, cost: Float) = (0, .infinity)
        for place in 0..<count {
            offer(place, from: place, at: costs[place])
            if place > 0 { offer(place, from: place - 1, at: costs[place - 1]) }
            offer(place, from: behind.state, at: behind.cost)
            if place > 0 { offer(place, from: count + place - 1, at: costs[count + place - 1] + Price.turning) }
            behind.cost += Price.passing
            if place > 0, costs[place - 1] + Price.passing < behind.cost {
                behind = (place - 1, costs[place - 1] + Price.passing)
            }
        }
        behind = (0, .infinity)
        for place in (0..<count).reversed() {
            let state = count + place
            offer(state, from: state, at: costs[state])
            if place + 1 < count { offer(state, from: state + 1, at: costs[state + 1]) }
            offer(state, from: behind.state, at: behind.cost)
            if place + 1 < count { offer(state, from: place + 1, at: costs[place + 1] + Price.turning) }
            behind.cost += Price.passing
            if place + 1 < count, costs[state + 1] + Price.passing < behind.cost {
                behind = (state + 1, costs[state + 1] + Price.passing)
            }
        }
        offer(0, from: count - 1, at: costs[count - 1] + Price.looping)
        offer(2 * count - 1, from: count, at: costs[count] + Price.looping)
        for place in 0..<count {
            let here = price(place)
            for state in [place, count + place] {
                offer(state, from: jump, at: costs[jump] + Price.jumping)
                next[state] += here
            }
        }
        origins += from
        return next
    }

    private mutating func trace(from last: Int, steps: Int) {
        var states = [last]
        for run in (1..<max(1, steps)).reversed() {
            states.append(Int(origins[(run - 1) * 2 * count + states[states.count - 1]]))
        }
        states.reverse()
        places = states.map { $0 % count }
        for (before, now) in zip(states, states.dropFirst()) { weigh(before, now) }
    }

    private mutating func weigh(_ before: Int, _ now: Int) {
        let (wasBackward, isBackward) = (before >= count, now >= count)
        let step = now % count - before % count
        if step == 0 { return }
        if isBackward { backwardSteps += 1 } else { forwardSteps += 1 }
        if wasBackward != isBackward {
            if step == (isBackward ? -1 : 1) { turns += 1 } else { jumps += 1 }
        } else if isBackward ? step > 0 : step < 0 {
            if abs(step) == count - 1 { loops += 1 } else { jumps += 1 }
        }
    }
}
