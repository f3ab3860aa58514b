/// Holds a path against the steps of a pattern, with all ways through the pattern followed at once.
enum GlobMatcher {
    /// Whether the whole of `text` matches the whole of `tokens`.
    static func matches(_ tokens: [GlobToken], _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var states = States(tokens)
        states.reach(0)
        for scalar in text {
            states = states.after(scalar)
            if states.isDead { return false }
        }
        return states.hasArrived
    }
}

/// At which steps of the pattern a match can stand after the characters so far.
private struct States {
    private let tokens: [GlobToken]
    private var isReached: [Bool]

    init(_ tokens: [GlobToken]) {
        self.tokens = tokens
        isReached = Array(repeating: false, count: tokens.count + 1)
    }

    var hasArrived: Bool { isReached[tokens.count] }
    var isDead: Bool { !isReached.contains(true) }

    /// Adds a step, and those that follow steps which need no character.
    mutating func reach(_ step: Int) {
        isReached[step] = true
        guard step < tokens.count else { return }
        switch tokens[step] {
        case .run, .folders, .rest: reach(step + 1)
        case .literal, .one, .set: break
        }
    }

    func after(_ scalar: Unicode.Scalar) -> States {
        var next = States(tokens)
        for step in tokens.indices where isReached[step] {
            switch tokens[step] {
            case .literal(let expected): if scalar == expected { next.reach(step + 1) }
            case .one: if scalar != "/" { next.reach(step + 1) }
            case .set(let ranges, let isNegated):
                if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != isNegated { next.reach(step + 1) }
            case .run: if scalar != "/" { next.reach(step) }
            case .rest: next.reach(step)
            // Inside a folder's name the step is kept, and left only behind its slash.
            case .folders: if scalar == "/" { next.reach(step) } else { next.isReached[step] = true }
            }
        }
        return next
    }
}
