import ArgumentParser
import Checks
import Dataflow

/// Turns what was found into the program's exit status.
struct CheckEnding {
    let policy: PolicyFlags
    /// Whether all of it has just become known.
    let isAccepting: Bool

    /// Ends the program unless everything is well.
    func exit(_ items: [CheckedItem]) throws {
        var counts = RunCounts()
        counts.items = items.count
        counts.failures = items.count { $0.issues.contains { $0.rule == .failure } }
        var limits = policy
        limits.failOn = nil
        try EndOfRun(interruption: Interruption(), policy: limits).exit(counts)
        if isAccepting { return }
        var broken = policy
        broken.failOn = policy.failOn ?? "mismatches,failures"
        (broken.maximumFailures, broken.requiresInput) = (nil, false)
        try EndOfRun(interruption: Interruption(), policy: broken).exit(RunCounts(breachesIn: items))
    }
}

extension RunCounts {
    /// What breaks policies among `items`, each issue counted.
    init(breachesIn items: [CheckedItem]) {
        self.init()
        self.items = items.count
        for issue in items.lazy.flatMap(\.issues) where issue.isBreach {
            switch issue.rule {
            case .failure: failures += 1
            case .duplicate: duplicates += 1
            case .alternate: alternates += 1
            default: mismatches += 1
            }
        }
    }
}
