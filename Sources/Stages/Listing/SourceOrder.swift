public import Sourcing

/// A source of a run: one that can be listed again at any time, or a service that has to be asked.
public enum SourceOrder: Sendable {
    /// Files, lists: the same items every time.
    case items(any ItemSource)
    /// A service, of whose answers the catalog keeps what was listed.
    case service(ServiceOrder)
}

/// What a service is to be asked for.
public struct ServiceOrder: Sendable {
    /// The kind of its items.
    public let kind: String
    /// What is asked for, in one text: under it the catalog knows what was answered before.
    public let name: String
    /// Makes the source, for a session of this identifier.
    ///
    /// The identifier is new for each listing and kept with it, so that a run that continues does not get again what it
    /// has. Who needs none does not look at it.
    public let source: @Sendable (_ session: String) throws(SourceError) -> any AnsweringSource

    /// An order.
    public init(
        kind: String, name: String,
        source: @escaping @Sendable (_ session: String) throws(SourceError) -> any AnsweringSource
    ) {
        self.kind = kind
        self.name = name
        self.source = source
    }
}
