import ArgumentParser
import Foundation
import Spelling

/// Flags that turn a result into an exit status.
struct PolicyFlags: ParsableArguments {
    /// What can break a policy.
    enum Breach: String, CaseIterable {
        case duplicates, alternates, mismatches, failures
    }

    @Option(
        name: .customLong("fail-on"),
        help: ArgumentHelp(
            "End with status 1 if there are any: duplicates, alternates, mismatches, failures.", valueName: "list"))
    var failOn: String?

    @Option(
        name: .customLong("max-failures"),
        help: ArgumentHelp("End with status 3 if more inputs failed (default: no limit).", valueName: "n"))
    var maximumFailures: Int?

    @Flag(name: .customLong("require-input"), help: "End with status 4 if there was no input at all.")
    var requiresInput = false

    mutating func validate() throws {
        _ = try breaches
        if let maximumFailures, maximumFailures < 0 {
            throw ValidationError("--max-failures takes 0 or more, not \(maximumFailures)")
        }
    }

    /// What `--fail-on` names.
    var breaches: [Breach] {
        get throws {
            try (failOn ?? "").split(separator: ",").map { word in
                guard let breach = Breach(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
                    let known = Breach.allCases.map(\.rawValue)
                    let near = NearMiss.suggestion(for: String(word), among: known)
                    throw ValidationError(
                        "--fail-on knows \(known.joined(separator: ", ")), not '\(word)'"
                            + (near.map { "; did you mean '\($0)'?" } ?? ""))
                }
                return breach
            }
        }
    }
}
