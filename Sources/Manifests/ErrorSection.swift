/// Why an item stopped.
public struct ErrorSection: Sendable, Hashable {
    /// The stage that it did not leave: `fetch`, `decode`.
    public var stage: String
    /// The reason for programs; stable, in kebab case.
    public var code: String
    /// The reason for people.
    public var message: String

    /// A failure.
    public init(stage: String, code: String, message: String) {
        self.stage = stage
        self.code = code
        self.message = message
    }
}
