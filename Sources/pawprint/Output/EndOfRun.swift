import ArgumentParser
import Dataflow

/// Turns how a run ended into the program's exit status.
struct EndOfRun {
    let interruption: Interruption
    let policy: PolicyFlags

    /// Ends the program unless everything is well.
    func exit(_ counts: RunCounts) throws {
        if let signal = interruption.requested {
            StandardError.write(line: "pawprint: interrupted")
            throw ExitCode(ExitStatus.interrupted(by: signal))
        }
        if counts.items == 0 && policy.requiresInput { throw ExitStatus.noInput.code }
        if let limit = policy.maximumFailures, counts.failures > limit { throw ExitStatus.tooManyFailures.code }
        for breach in try policy.breaches where counts.number(of: breach) > 0 {
            StandardError.write(line: "pawprint: --fail-on \(breach.rawValue): there are \(counts.number(of: breach))")
            throw ExitStatus.policyBroken.code
        }
    }
}

/// What policies look at.
struct RunCounts {
    var items = 0
    var failures = 0
    var duplicates = 0
    var alternates = 0
    var mismatches = 0

    func number(of breach: PolicyFlags.Breach) -> Int {
        switch breach {
        case .duplicates: duplicates
        case .alternates: alternates
        case .mismatches: mismatches
        case .failures: failures
        }
    }
}

extension ExitStatus {
    /// The status for ArgumentParser.
    var code: ExitCode { ExitCode(rawValue) }
}
