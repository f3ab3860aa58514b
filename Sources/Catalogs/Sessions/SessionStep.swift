/// What one request changes in a session.
public struct SessionStep<Value: Sendable>: Sendable {
    /// Ids that count as offered from now on.
    public let offered: [String]
    /// Ids that do not count as offered any more; done before `offered`.
    public let forgotten: [String]
    /// What the request comes to.
    public let value: Value

    /// A step.
    public init(offered: [String], forgotten: [String] = [], value: Value) {
        self.offered = offered
        self.forgotten = forgotten
        self.value = value
    }
}
