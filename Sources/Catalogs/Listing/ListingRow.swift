/// What is remembered of a listing: what a service was asked for, and how far it has answered.
public struct ListingRow: Sendable, Hashable {
    /// What was asked for, in one text.
    public let name: String
    /// The identifier by which the service remembers what it has sent; `nil` where it is not to remember.
    public var session: String?
    /// Whether there is no more to ask for.
    public var isComplete = false
    /// What was said of the end.
    public var remark: String?

    /// A listing of which nothing was answered yet.
    public init(name: String, session: String? = nil) {
        self.name = name
        self.session = session
    }
}
