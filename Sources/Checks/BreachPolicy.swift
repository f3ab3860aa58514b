/// What breaks a policy, and is therefore an error (`--fail-on`).
public struct BreachPolicy: Sendable, Hashable {
    /// Differences from a declaration whose severity is error.
    public var mismatches: Bool
    /// Items that could not be got or decoded.
    public var failures: Bool
    /// Copies; they are issues only then.
    public var duplicates: Bool
    /// Other versions of a picture; they are issues only then.
    public var alternates: Bool

    /// A policy; without arguments, that of `check`.
    public init(mismatches: Bool = true, failures: Bool = true, duplicates: Bool = false, alternates: Bool = false) {
        self.mismatches = mismatches
        self.failures = failures
        self.duplicates = duplicates
        self.alternates = alternates
    }
}
