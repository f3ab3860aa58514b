public import Manifests

/// One thing that `check` says of an item.
public struct CheckIssue: Sendable, Hashable {
    /// How much it matters.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// It breaks a policy.
        case error
        /// It should be looked at.
        case warning
        /// It may help.
        case notice
    }

    /// What it is about.
    public var rule: CheckRule
    /// How much it matters.
    public var level: Level
    /// What the source says; `nil` for rules that compare nothing.
    public var declared: Finding.Value?
    /// What the bytes say; `nil` for rules that compare nothing.
    public var decoded: Finding.Value?
    /// The reason of a failure, for programs.
    public var code: String?
    /// The id of the other item, for rules about two.
    public var other: String?
    /// All of it for people.
    public var message: String
    /// Whether a baseline has it: then it breaks nothing.
    public var isKnown = false

    /// An issue that no baseline has.
    public init(
        rule: CheckRule, level: Level, declared: Finding.Value? = nil, decoded: Finding.Value? = nil,
        code: String? = nil, other: String? = nil, message: String
    ) {
        self.rule = rule
        self.level = level
        self.declared = declared
        self.decoded = decoded
        self.code = code
        self.other = other
        self.message = message
    }

    /// Whether it breaks a policy: an error that no baseline has.
    public var isBreach: Bool { level == .error && !isKnown }
}
